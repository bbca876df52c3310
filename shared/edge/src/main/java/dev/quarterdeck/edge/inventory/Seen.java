package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.AccountPage;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.accounts.AccountTarget;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What of all facts a caller sees: those of accounts in sight, and of the one that was asked for, if one was. */
final class Seen {
    private static final int A_TIME = 20;

    private final Accounts accounts;
    private final Facts facts;

    Seen(Accounts accounts, Facts facts) {
        this.accounts = accounts;
        this.facts = facts;
    }

    /** In the order of their ids. */
    List<AccountId> accounts(Call call) {
        return names(call).keySet().stream().map(AccountId::new).toList();
    }

    /** The same, with how people call them. */
    SortedMap<String, String> names(Call call) {
        Optional<AccountId> asked = call.query("account_id").map(AccountId::new);
        var names = new TreeMap<String, String>();
        (asked.isPresent() ? asked.stream().flatMap(id -> accounts.find(id).stream()) : every())
                .filter(account -> call.sight().includes(AccountTarget.of(account)))
                .forEach(account ->
                        names.put(account.id().value(), account.description().name()));
        return names;
    }

    /** The same, as the whole inventory is asked. */
    Sight sight(Call call) {
        return call.sight().everything() ? new Sight.Everything() : new Sight.Accounts(Set.copyOf(accounts(call)));
    }

    private Stream<Account> every() {
        return accounts.every(new AccountFilter.All());
    }

    /** Some of them, and where to go on: for lists that are read account by account. */
    record Some(List<AccountId> accounts, Optional<Cursor> next) {}

    Some some(Call call, Optional<Cursor> from) {
        if (call.query("account_id").isPresent()) {
            return new Some(accounts(call), Optional.empty());
        }
        AccountPage page = accounts.list(new AccountFilter.All(), A_TIME, from);
        return new Some(
                page.accounts().stream()
                        .filter(account -> call.sight().includes(AccountTarget.of(account)))
                        .map(Account::id)
                        .toList(),
                page.next());
    }

    boolean sees(Call call, AccountId id) {
        return accounts.find(id)
                .filter(account -> call.sight().includes(AccountTarget.of(account)))
                .isPresent();
    }

    Optional<AccountFacts> facts(Call call, AccountId account) {
        return facts.of(account, at(call));
    }

    /** Why a resource was not found: there is none, unless it may be in an account that cannot be read. */
    FailureException without(Call call, Uid uid) {
        return new FailureException(accounts(call).stream()
                .flatMap(account -> facts(call, account).stream())
                .flatMap(account -> account.damage().stream())
                .findFirst()
                .<Failure>map(Failure.Unavailable::new)
                .orElseGet(() -> new Failure.NotFound("resource", uid.value())));
    }

    /** Of all accounts that the caller sees and that were scanned. */
    List<AccountFacts> everything(Call call) {
        return accounts(call).stream()
                .flatMap(account -> facts(call, account).stream())
                .toList();
    }

    /** Of all accounts, whoever asks: for what is followed through them and told only as far as the caller sees it. */
    List<AccountFacts> inAll(Call call) {
        return every().flatMap(account -> facts(call, account.id()).stream()).toList();
    }

    /** Whether the hub has this account, whoever asks. */
    boolean isKnown(AccountId id) {
        return accounts.find(id).isPresent();
    }

    /** The resource that the path names, wherever the caller sees it. */
    Json.Obj resource(Call call) {
        Uid uid = uid(call);
        return known(call, uid).orElseThrow(() -> without(call, uid));
    }

    Optional<Json.Obj> known(Call call, Uid uid) {
        return accounts(call).stream()
                .flatMap(account -> facts(call, account).stream())
                .flatMap(account -> account.resource(uid).stream())
                .findFirst();
    }

    static Uid uid(Call call) {
        return new Uid(call.path("uid"));
    }

    /** Whether a column's text is what the parameter of its name asks for, if it asks. */
    static boolean fits(Call call, String column, Json.Obj row) {
        return call.query(column)
                .filter(wanted -> !Fields.of(row).maybeText(column).equals(Optional.of(wanted)))
                .isEmpty();
    }

    /** The instant that was asked for; without one, now. */
    static Optional<Instant> at(Call call) {
        return instant(call, "at");
    }

    static Optional<Instant> instant(Call call, String parameter) {
        return call.query(parameter)
                .map(text ->
                        Fields.of(Json.Obj.EMPTY.with(parameter, Json.of(text))).instant(parameter));
    }
}
