package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of an account's rotations, newest first, for a year and a month. A wait that goes on is told once. */
public final class RotationLog {
    private static final int ATTEMPTS = 20;
    private static final Duration KEPT = Duration.ofDays(400);

    private final Table table;
    private final Clock clock;

    @Inject
    public RotationLog(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    public Page of(AccountId id, Optional<Cursor> from) {
        Query query = all(id).newestFirst();
        return table.query(from.map(query::from).orElse(query));
    }

    /** Every row of it. */
    public static Query all(AccountId id) {
        return Query.of("ACCOUNT-ROTATIONS#" + id);
    }

    Optional<Instant> lastDone(AccountId id) {
        return table.rows(all(id).newestFirst())
                .map(row -> Fields.of(row.data()))
                .filter(rotation -> rotation.text("state").equals("done"))
                .map(rotation -> rotation.instant("at"))
                .findFirst();
    }

    void keep(AccountId id, Rotated rotated, Entry entry) {
        Members told = told(rotated);
        boolean same = of(id, Optional.empty()).rows().stream()
                .findFirst()
                .filter(row -> row.data().get("waits_for").isPresent()
                        && row.data().get("waits_for").equals(told.json().get("waits_for")))
                .isPresent();
        if (same) {
            return;
        }
        Instant now = clock.instant();
        Json.Obj data = told.put("at", now).put("by", entry.actor().subject()).json();
        var key = new Key(all(id).partition(), "%015d".formatted(now.toEpochMilli()));
        Contention.insist(
                ATTEMPTS,
                "the rotation went on and could not be written down: look at the account before trying again",
                () -> table.write(Write.put(Row.of(key, data).until(now.plus(KEPT)))));
    }

    private static Members told(Rotated rotated) {
        return switch (rotated) {
            case Rotated.Done(var fresh) -> new Members().put("state", "done").put("in_use", fresh);
            case Rotated.Waiting(var next) ->
                new Members().put("state", "waiting").put("waits_for", next);
        };
    }
}
