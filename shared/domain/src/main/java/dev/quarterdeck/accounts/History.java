package dev.quarterdeck.accounts;

import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of an account: every change field by field, and how its health went. Newest first. */
public final class History {
    private static final String CHANGE = "CHANGE#";
    private static final String HEALTH = "HEALTH#";

    private final Table table;

    @Inject
    public History(Table table) {
        this.table = table;
    }

    public Page changes(AccountId id, Optional<Cursor> from) {
        return page(id, CHANGE, from);
    }

    public Page health(AccountId id, Optional<Cursor> from) {
        return page(id, HEALTH, from);
    }

    /** The rows that a change adds. */
    static List<Write> of(Account before, Account after, Entry entry) {
        var writes = new ArrayList<Write>();
        List<Json.Obj> fields =
                Difference.between(before, after).stream().map(Difference::json).toList();
        writes.add(put(
                after,
                CHANGE,
                new Members()
                        .put("action", entry.action())
                        .put("by", entry.actor().subject())
                        .put("fields", Json.of(fields))));
        Health health = after.standing().health();
        if (!health.equals(before.standing().health())) {
            writes.add(put(
                    after,
                    HEALTH,
                    new Members()
                            .put("health", health.state().word())
                            .put("reasons", StandingCodec.explained(health.reasons()))));
        }
        return writes;
    }

    /** Every row of it. */
    public static Query all(AccountId id) {
        return Query.of(partition(id));
    }

    private static String partition(AccountId id) {
        return "ACCOUNT-HISTORY#" + id;
    }

    private static Write put(Account account, String kind, Members data) {
        // Padded, since sort keys are compared as texts; by version, since two changes may share an instant.
        Key key = new Key(
                partition(account.id()),
                "%s%012d".formatted(kind, account.revision().version()));
        return Write.put(
                Row.of(key, data.put("at", account.revision().changedAt()).json()));
    }

    private Page page(AccountId id, String kind, Optional<Cursor> from) {
        Query query =
                Query.of(partition(id)).within(new Query.Range.StartsWith(kind)).newestFirst();
        return table.query(from.map(query::from).orElse(query));
    }
}
