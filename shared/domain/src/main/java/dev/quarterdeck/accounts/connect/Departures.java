package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The accounts that were deleted: what went with each and what is left in AWS, told long after it is gone. */
public final class Departures {
    private static final String PARTITION = "ACCOUNTS-DELETED";

    private final Table table;

    @Inject
    public Departures(Table table) {
        this.table = table;
    }

    /** Newest first. */
    public Page page(Optional<Cursor> from) {
        Query query = Query.of(PARTITION).newestFirst();
        return table.query(from.map(query::from).orElse(query));
    }

    static Write put(Impact impact, Instant at) {
        var key = new Key(
                PARTITION,
                "%015d#%s".formatted(at.toEpochMilli(), impact.account().id()));
        return Write.put(Row.of(
                key, new Members().put("at", at).put("impact", impact.json()).json()));
    }
}
