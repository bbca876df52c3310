package dev.quarterdeck.edge.hub;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.events.OutboxLanes;
import dev.quarterdeck.kernel.migrations.Migrations;
import dev.quarterdeck.kernel.migrations.Step;
import dev.quarterdeck.kernel.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * Brings a deployed store to the newest schema, or goes on with that, and says which steps that were. Whoever runs it
     * may be cut off, or not be alone: each page is written with the place it leads to, by one of them.
     */
    static List<Step> bring(Table table) {
        Migrations migrations = migrations(table);
        refuseNewer(migrations);
        var done = new ArrayList<Step>();
        for (Optional<Step> step = migrations.run(migrations.newest());
                step.isPresent();
                step = migrations.run(migrations.newest())) {
            done.add(step.get());
        }
        return done;
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
