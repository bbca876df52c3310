package dev.quarterdeck.wire.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a member is written on the wire: the shape's own traits, overridden by those of the place where it is used. */
public record Traits(
        Optional<String> locationName,
        Optional<String> queryName,
        Location location,
        Optional<XmlNamespace> xmlNamespace,
        Optional<String> timestampFormat,
        Set<Trait> marks) {
    static final Traits NONE =
            new Traits(Optional.empty(), Optional.empty(), Location.BODY, Optional.empty(), Optional.empty(), Set.of());

    /** A namespace to declare on an element; {@code prefix} is empty for the default one. */
    public record XmlNamespace(String prefix, String uri) {}

    public Traits {
        marks = marks.isEmpty() ? Set.of() : EnumSet.copyOf(marks);
    }

    public boolean has(Trait trait) {
        return marks.contains(trait);
    }
}
