package dev.quarterdeck.kernel.objects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Some objects in the order of their names, and after which name to go on unless this was the end. */
public record ObjectListing(List<Entry> entries, Optional<ObjectName> next) {
    public ObjectListing {
        entries = List.copyOf(entries);
    }

    /** An object's name, how many bytes it has, and when the store took it. */
    public record Entry(ObjectName name, long size, Instant written) {}
}
