package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.time.Clock;
import java.util.HashSet;

/** What it costs to look for all ends of all links of a company among all its accounts, as each scan does at its end. */
final class Relating {
    private final Workplace workplace;
    private final TypeCatalog types;

    Relating(Workplace workplace, TypeCatalog types) {
        this.workplace = workplace;
        this.types = types;
    }

    /** {@code published}: the processor's milliseconds that looking and publishing took. */
    void measure(double published) throws Exception {
        var home = workplace.home();
        try (var table = SqliteTable.open(home.table(), Clock.systemUTC())) {
            var publisher = new Publisher(
                    new Generations(table), FolderObjects.open(home.objects()), () -> types, Clock.systemUTC());
            var accounts = new HashSet<>(workplace.company().all());
            for (String what : new String[] {"one link in twenty is found abroad", "again, where nothing is new"}) {
                var took = Took.of(1, () -> publisher.relate(accounts));
                System.out.printf(
                        "relating %d accounts, %s: %.1f s of processor time, %.2f of looking and publishing: %s ≤ 1; process %,d MB at most%n",
                        accounts.size(),
                        what,
                        took.processor(50) / 1e3,
                        took.processor(50) / published,
                        took.processor(50) <= published ? "PASS" : "MISS",
                        Memory.most());
            }
        }
    }
}
