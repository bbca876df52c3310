package dev.quarterdeck.wire.model;

/** A shape in its place: a structure's member, a list's element, a map's key or value, an operation's input or output. */
public record Member(String name, Shape shape, Traits traits) {
    /** The name on the wire, unless the protocol says otherwise. */
    public String wireName() {
        return traits.locationName().orElse(name);
    }
}
