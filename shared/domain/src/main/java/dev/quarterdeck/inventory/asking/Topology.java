package dev.quarterdeck.inventory.asking;

/** Draws maps of all that is there. */
public interface Topology {
    ResourceMap draw(MapRequest request);
}
