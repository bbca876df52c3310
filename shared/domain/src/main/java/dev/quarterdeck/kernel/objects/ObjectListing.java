package dev.quarterdeck.kernel.objects;

import java.util.List;
import java.util.Optional;

/** Some objects in the order of their names, and after which name to go on unless this was the end. */
public record ObjectListing(List<Entry> entries, Optional<ObjectName> next) {
    public ObjectListing {
        entries = List.copyOf(entries);
    }

    /** An object's name and how many bytes it has. */
    public record Entry(ObjectName name, long size) {}
}
