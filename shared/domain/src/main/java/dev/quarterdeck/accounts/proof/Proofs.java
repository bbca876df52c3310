package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** The proofs of an account, newest first, for a year and a month. */
public final class Proofs {
    private static final Duration KEPT = Duration.ofDays(400);

    private final Table table;

    @Inject
    public Proofs(Table table) {
        this.table = table;
    }

    public Page of(AccountId id, Optional<Cursor> from) {
        Query query = Query.of(partition(id)).newestFirst();
        return table.query(from.map(query::from).orElse(query));
    }

    /** The newest, as its JSON. */
    public Optional<Json.Obj> newest(AccountId id) {
        Page page = of(id, Optional.empty());
        while (page.rows().isEmpty() && page.next().isPresent()) {
            page = of(id, page.next());
        }
        return page.rows().stream().map(Row::data).findFirst();
    }

    static Write put(Proof proof) {
        var key =
                new Key(partition(proof.account()), "%015d".formatted(proof.at().toEpochMilli()));
        return Write.put(Row.of(key, ProofCodec.encode(proof)).until(proof.at().plus(KEPT)));
    }

    /** Every row of them. */
    public static Query all(AccountId id) {
        return Query.of(partition(id));
    }

    private static String partition(AccountId id) {
        return "ACCOUNT-PROOFS#" + id;
    }
}
