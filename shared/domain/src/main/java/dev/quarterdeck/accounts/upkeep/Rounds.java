package dev.quarterdeck.accounts.upkeep;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** When each chore was last begun: kept in the table, so that a restart neither skips nor repeats one. */
public final class Rounds {
    private final Table table;
    private final Clock clock;

    @Inject
    public Rounds(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Whether it is due and nobody else has taken it: then it is this caller's to do now. */
    public boolean take(Chore chore) {
        Instant now = clock.instant();
        Key key = new Key("ROUNDS", chore.name());
        Optional<Row> last = table.get(key);
        if (last.filter(row -> begun(row).plus(chore.every()).isAfter(now)).isPresent()) {
            return false;
        }
        Json.Obj data = new Members().put("begun_at", now).json();
        return table.write(Write.over(last, key, data)).done();
    }

    private static Instant begun(Row row) {
        return Fields.of(row.data()).instant("begun_at");
    }
}
