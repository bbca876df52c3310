package dev.quarterdeck.kernel.events;

import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Write;

/** Where events leave from: a row written in the transaction of what happened, so that neither is without the other. */
public final class Outbox {
    private Outbox() {}

    /** The write to add to the transaction. */
    public static Write entry(DomainEvent event) {
        return Write.put(Parcel.row(event)).when(Condition.ABSENT);
    }
}
