package dev.quarterdeck.inventory.asking;

/** Lists resources. */
public interface ResourceLists {
    Listing list(ListRequest request);
}
