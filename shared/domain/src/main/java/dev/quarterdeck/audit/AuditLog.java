package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Changes, sign-ins, denials and reveals, each one record in the transaction of the state it speaks of: what cannot be
 * recorded does not happen.
 */
public final class AuditLog {
    static final String CHAIN = "audit";

    private final Table table;
    private final Chain chain;

    @Inject
    public AuditLog(Table table, Clock clock) {
        this.table = table;
        this.chain = new Chain(CHAIN, table, clock);
    }

    /** Writes state and record together; anything but {@link Written.Done} means that neither is there. */
    public Written commit(List<Write> state, Entry... entries) {
        return chain.append(state, List.of(entries).stream().map(Entry::json).toList(), AuditLog::indexed);
    }

    /** Records what changed no state: a denial, a reveal. Fails if it cannot, and so must the request. */
    public void record(Entry... entries) {
        if (!commit(List.of(), entries).done()) {
            throw new FailureException(new Failure.Unavailable("the audit log cannot be written; nothing was done"));
        }
    }

    /** What happened on one day (UTC), newest first. */
    public Page day(LocalDate day, Optional<Cursor> from) {
        return page(Query.of(Index.FIRST, "audit-on#" + day), from);
    }

    /** What one actor did, newest first. */
    public Page of(Actor actor, Optional<Cursor> from) {
        return page(Query.of(Index.SECOND, "audit-by#" + actor.handle()), from);
    }

    public List<Head> heads() {
        return chain.heads();
    }

    private Page page(Query query, Optional<Cursor> from) {
        return table.query(from.map(query.newestFirst()::from).orElse(query.newestFirst()));
    }

    private static Row indexed(Row row) {
        String time = text(row.data(), "time");
        String place =
                "%s#%s#%s".formatted(time, row.key().partition(), row.key().sort());
        var actor = (Json.Obj) row.data().get("actor").orElseThrow();
        String handle = new Actor(text(actor, "iss"), text(actor, "sub"), "", List.of()).handle();
        return row.in(Index.FIRST, new Key("audit-on#" + time.substring(0, 10), place))
                .in(Index.SECOND, new Key("audit-by#" + handle, place));
    }

    private static String text(Json.Obj of, String name) {
        return ((Json.Str) of.get(name).orElseThrow()).value();
    }
}
