package dev.quarterdeck.edge.hub;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.events.OutboxLanes;
import dev.quarterdeck.kernel.migrations.Migrations;
import dev.quarterdeck.kernel.table.Table;
import java.util.List;

/** What the hub's rows have looked like since its first version, and which of it this program works with: the newest. */
public final class HubSchema {
    private HubSchema() {}

    /** All changes there were. */
    public static Migrations migrations(Table table) {
        return new Migrations(table, List.of(new OutboxLanes()));
    }

    /** Marks a new store with the newest schema; fails with one sentence where an older store has another. */
    public static void settle(Table table, boolean isNew) {
        Migrations migrations = migrations(table);
        if (isNew) {
            migrations.begin();
        }
        refuseNewer(migrations);
        if (migrations.underway()) {
            throw refused("A change of the hub's schema was broken off: run 'quarterdeck migrate' again.");
        }
        if (migrations.current() < migrations.newest()) {
            throw refused(
                    "The hub's schema is %d and this version works with %d: run 'quarterdeck backup', then 'quarterdeck migrate'."
                            .formatted(migrations.current(), migrations.newest()));
        }
    }

    /** Fails with one sentence where a later version has changed the schema to what this one does not know. */
    public static void refuseNewer(Migrations migrations) {
        if (migrations.current() > migrations.newest()) {
            throw refused(
                    "The hub's schema is %1$d and this version knows none above %2$d: use the newer version, or run its 'quarterdeck migrate --to %2$d'."
                            .formatted(migrations.current(), migrations.newest()));
        }
    }

    private static FailureException refused(String sentence) {
        return new FailureException(new Failure.Unavailable(sentence));
    }
}
