package dev.quarterdeck.kernel.events;

import dev.quarterdeck.kernel.table.Row;

/** An event that no longer is tried, and what went wrong the last time. */
public record GivenUp(DomainEvent event, int failures, String why) {
    static GivenUp from(Row row) {
        Parcel parcel = Parcel.from(row);
        return new GivenUp(parcel.event(), parcel.failures(), parcel.why());
    }
}
