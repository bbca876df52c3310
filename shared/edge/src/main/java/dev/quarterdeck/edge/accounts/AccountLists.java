package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.AccountPage;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Environment;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Cursor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists of accounts as their caller sees them. Each scope of the caller's sight is a query of its own, one after the
 * other; an account that an earlier scope gave is not given again.
 */
final class AccountLists {
    private final Accounts accounts;

    AccountLists(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Some accounts, and the place to go on from. */
    record Part(List<Account> accounts, Optional<Json> next) {}

    Part page(Call call, int limit, Optional<Json> from) {
        Sight sight = call.sight();
        List<Scope> scopes = sight.within().stream()
                .sorted(Comparator.comparing(Scope::toString))
                .toList();
        int index = from.map(place -> (int) Fields.of((Json.Obj) place).whole("scope"))
                .orElse(0);
        Optional<Cursor> cursor =
                from.flatMap(place -> ((Json.Obj) place).get("cursor")).map(Paging::cursor);
        AccountPage page = read(scopes.get(index), asked(call), limit, cursor);
        List<Account> shown = page.accounts().stream()
                .filter(account -> sight.includes(AccountTarget.of(account)))
                .filter(account -> fits(account, call) && isNew(account, scopes.subList(0, index)))
                .toList();
        return new Part(shown, next(index, scopes.size(), page.next()));
    }

    private AccountPage read(Scope scope, AccountFilter asked, int limit, Optional<Cursor> cursor) {
        return switch (scope) {
            case Scope.Everywhere _ -> accounts.list(asked, limit, cursor);
            case Scope.Accounts(var ids) ->
                new AccountPage(
                        ids.stream()
                                .sorted()
                                .flatMap(id -> accounts.find(new AccountId(id)).stream())
                                .toList(),
                        Optional.empty());
            case Scope.InEnvironment(String name) ->
                accounts.list(new AccountFilter.In(new Environment(name)), limit, cursor);
            case Scope.OfTeam(String team) -> accounts.list(new AccountFilter.OfTeam(team), limit, cursor);
            case Scope.Tagged(String key, String value) ->
                accounts.list(new AccountFilter.Tagged(key, value), limit, cursor);
            case Scope.Under _ -> accounts.list(asked, limit, cursor);
            case Scope.AllOf(var parts) -> read(narrowest(parts), asked, limit, cursor);
        };
    }

    private static Scope narrowest(Iterable<Scope> parts) {
        for (Scope part : parts) {
            if (part instanceof Scope.Accounts) {
                return part;
            }
        }
        return parts.iterator().next();
    }

    private static Optional<Json> next(int index, int scopes, Optional<Cursor> cursor) {
        Json.Obj here = Json.Obj.EMPTY.with("scope", Json.of(cursor.isPresent() ? index : index + 1));
        if (cursor.isPresent()) {
            return Optional.of(here.with("cursor", Paging.json(cursor.get())));
        }
        return index + 1 < scopes ? Optional.of(here) : Optional.empty();
    }

    private static boolean isNew(Account account, List<Scope> earlier) {
        return earlier.stream().noneMatch(scope -> scope.covers(AccountTarget.of(account)));
    }

    /** The index that answers the filter best; what else was asked narrows its rows. */
    private static AccountFilter asked(Call call) {
        return call.query("status")
                .map(Status::of)
                .<AccountFilter>map(AccountFilter.WithStatus::new)
                .or(() -> call.query("team_id").map(AccountFilter.OfTeam::new))
                .or(() -> call.query("tag").map(AccountLists::tagged))
                .or(() -> call.query("environment").map(Environment::new).map(AccountFilter.In::new))
                .orElseGet(AccountFilter.All::new);
    }

    private static AccountFilter.Tagged tagged(String text) {
        int equals = text.indexOf('=');
        return new AccountFilter.Tagged(text.substring(0, equals), text.substring(equals + 1));
    }

    private static boolean fits(Account account, Call call) {
        var description = account.description();
        return is(call, "status", account.standing().status().word())
                && is(call, "environment", description.environment().name())
                && is(call, "team_id", description.teamId().orElse(""))
                && call.query("tag")
                        .map(AccountLists::tagged)
                        .filter(tag -> !tag.value().equals(description.tags().get(tag.key())))
                        .isEmpty();
    }

    private static boolean is(Call call, String name, String value) {
        return call.query(name).filter(wanted -> !wanted.equals(value)).isEmpty();
    }
}
