package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the hub's accounts are kept. Whoever changes one says how it is committed: as a rule with an audit record in
 * the same transaction.
 */
public final class Accounts {
    /** Writes all or nothing, and whatever else belongs to the change. */
    public interface Commit {
        Written write(List<Write> writes);
    }

    private final Table table;

    @Inject
    public Accounts(Table table) {
        this.table = table;
    }

    public Optional<Account> find(AccountId id) {
        return table.get(AccountRows.key(id)).map(Accounts::decode);
    }

    public Optional<Account> named(String name) {
        return table.get(AccountRows.name(name))
                .map(row -> Fields.of(row.data()).text("account_id", AccountId::new))
                .flatMap(this::find);
    }

    /** A page may hold fewer than {@code limit}, or none, while its cursor leads on. */
    public AccountPage list(AccountFilter filter, int limit, Optional<Cursor> from) {
        Query query = AccountRows.query(filter).limit(Math.min(limit, Table.MOST));
        Page page = table.query(from.map(query::from).orElse(query));
        List<Key> keys = page.rows().stream().map(AccountRows::account).toList();
        Map<Key, Row> rows = keys.isEmpty() ? Map.of() : table.get(keys);
        var accounts = new ArrayList<Account>();
        for (Key key : keys) {
            Optional.ofNullable(rows.get(key)).map(Accounts::decode).ifPresent(accounts::add);
        }
        return new AccountPage(accounts, page.next());
    }

    /** All of them, read page by page as they are taken. */
    public Stream<Account> every(AccountFilter filter) {
        return Stream.iterate(
                        Optional.of(list(filter, Table.MOST, Optional.empty())),
                        Optional::isPresent,
                        page -> page.flatMap(AccountPage::next)
                                .map(next -> list(filter, Table.MOST, Optional.of(next))))
                .flatMap(page -> page.stream().flatMap(it -> it.accounts().stream()));
    }

    /** Saves a new account, if neither its id nor its name is taken. */
    public Saved add(Account account, Commit commit) {
        var writes = new ArrayList<Write>();
        writes.add(Write.put(AccountRows.row(account)).when(Condition.ABSENT));
        writes.add(hold(account));
        AccountRows.lookups(account).forEach(key -> writes.add(Write.put(Row.of(key, Json.Obj.EMPTY))));
        return saved(account, commit.write(writes), new Saved.AccountTaken(account.id()));
    }

    /** Saves the version after {@code before}, if that is still what is there. */
    public Saved replace(Account before, Account after, Commit commit) {
        var writes = new ArrayList<Write>();
        writes.add(Write.put(AccountRows.row(after))
                .when(new Condition.VersionIs(before.revision().version())));
        if (!name(before).equals(name(after))) {
            writes.add(Write.delete(name(before)));
            writes.add(hold(after));
        }
        var old = AccountRows.lookups(before);
        var wanted = AccountRows.lookups(after);
        old.stream().filter(key -> !wanted.contains(key)).forEach(key -> writes.add(Write.delete(key)));
        wanted.stream()
                .filter(key -> !old.contains(key))
                .forEach(key -> writes.add(Write.put(Row.of(key, Json.Obj.EMPTY))));
        return saved(after, commit.write(writes), new Saved.Stale(after.id()));
    }

    /** Takes the account and all by which it is found out of the table. */
    public Saved remove(Account account, Commit commit) {
        var writes = new ArrayList<Write>();
        writes.add(Write.delete(AccountRows.key(account.id()))
                .when(new Condition.VersionIs(account.revision().version())));
        writes.add(Write.delete(name(account)));
        AccountRows.lookups(account).forEach(key -> writes.add(Write.delete(key)));
        return saved(account, commit.write(writes), new Saved.Stale(account.id()));
    }

    /** Holds as long as the account is as it was read: what is written with it rests on that. */
    public static Write unchanged(Account account) {
        return Write.check(
                AccountRows.key(account.id()),
                new Condition.VersionIs(account.revision().version()));
    }

    private static Write hold(Account account) {
        var data = Json.Obj.EMPTY.with("account_id", Json.of(account.id().value()));
        return Write.put(Row.of(name(account), data)).when(Condition.ABSENT);
    }

    private static Key name(Account account) {
        return AccountRows.name(account.description().name());
    }

    private static Saved saved(Account account, Written written, Saved refused) {
        return switch (written) {
            case Written.Done _ -> new Saved.Done(account);
            case Written.Refused(var keys) when keys.contains(AccountRows.key(account.id())) -> refused;
            case Written.Refused(var keys)
            when keys.contains(name(account)) ->
                new Saved.NameTaken(account.description().name());
            case Written.Refused _, Written.Conflict _ -> new Saved.Busy();
            case Written.TooLarge(var what, var is, var most) ->
                throw new IllegalStateException(
                        "account %s: %s of %d is over %d".formatted(account.id(), what, is, most));
        };
    }

    private static Account decode(Row row) {
        return AccountCodec.decode(row.data());
    }
}
