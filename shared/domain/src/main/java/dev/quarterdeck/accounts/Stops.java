package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.util.List;
import java.util.Optional;

/** The stops of one kind, each a row. Whoever is about to do what they stop asks each time: no answer is older than the question. */
public record Stops(String kind) {
    private static final String ALL = "all";

    /** Why it is stopped for this account, if it is: by the account's own stop, or by that of all. */
    public Optional<Stop> on(AccountId account, Table table) {
        List<Key> keys = List.of(key(Optional.of(account)), key(Optional.empty()));
        var rows = table.get(keys);
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(rows.get(key)).stream())
                .map(row -> Stop.of(row.data()))
                .findFirst();
    }

    /** The account's own, whatever holds for all; or that of all. */
    public Optional<Stop> own(Optional<AccountId> account, Table table) {
        return table.get(key(account)).map(row -> Stop.of(row.data()));
    }

    /** To be written with whatever else is changed. */
    public Write put(Stop stop) {
        return Write.put(Row.of(key(stop.account()), stop.json()));
    }

    public Write lift(Optional<AccountId> account) {
        return Write.delete(key(account));
    }

    private Key key(Optional<AccountId> account) {
        return new Key(kind, account.map(AccountId::value).orElse(ALL));
    }
}
