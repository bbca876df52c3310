package dev.quarterdeck.query.sql;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.kernel.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Of a source's rows those of the accounts that somebody may see. A link is seen where its resource is. */
final class SeenRows implements RowSource {
    private final RowSource source;
    private final Set<Optional<Json>> accounts;
    private final Set<Optional<Json>> uids = new HashSet<>();

    private SeenRows(RowSource source, Set<AccountId> accounts) {
        this.source = source;
        this.accounts = accounts.stream()
                .map(account -> Optional.<Json>of(Json.of(account.toString())))
                .collect(Collectors.toSet());
    }

    static RowSource of(RowSource source, Sight sight) {
        return switch (sight) {
            case Sight.Everything _ -> source;
            case Sight.Accounts(var accounts) -> new SeenRows(source, accounts);
        };
    }

    @Override
    public Set<Sheet> sheets() {
        return source.sheets();
    }

    @Override
    public Map<String, String> stamps() {
        return source.stamps();
    }

    @Override
    public void rows(String part, Sheet sheet, Consumer<Json.Obj> sink) {
        if (sheet == Sheet.EDGES) {
            source.rows(part, Sheet.RESOURCES, row -> isSeen(Sheet.RESOURCES, row));
        }
        source.rows(part, sheet, row -> {
            if (isSeen(sheet, row)) {
                sink.accept(row);
            }
        });
    }

    private boolean isSeen(Sheet sheet, Json.Obj row) {
        return switch (sheet) {
            case RESOURCES -> accounts.contains(row.get("account_id")) && noted(row);
            case EDGES -> uids.contains(row.get("from_uid"));
            case COVERAGE, ACCOUNTS, CHANGES -> accounts.contains(row.get("account_id"));
        };
    }

    private boolean noted(Json.Obj row) {
        uids.add(row.get("uid"));
        return true;
    }
}
