package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.accounts.AccountTarget;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what a scan beside the hub saw of an account and put into the hub's store. */
final class LooksApi {
    private final Accounts accounts;
    private final Generations generations;
    private final Publishing publishing;

    LooksApi(Accounts accounts, Generations generations, Publishing publishing) {
        this.accounts = accounts;
        this.generations = generations;
        this.publishing = publishing;
    }

    List<Route> routes() {
        return List.of(Route.about("publishLook", call -> AccountTarget.of(account(call)), this::publish));
    }

    private Account account(Call call) {
        AccountId id = new AccountId(call.path("account_id"));
        return accounts.find(id).orElseThrow(() -> new FailureException(new Failure.NotFound("account", id.value())));
    }

    private Reply publish(Call call) {
        AccountId account = account(call).id();
        Fields body = Fields.of(call.body());
        String scan = body.text("scan_id");
        Look look = Look.of(body.object("look"));
        if (!look.isOf(scan, account)) {
            throw new FailureException(
                    Failure.invalid("/look", "must lie where this scan puts its looks at this account"));
        }
        try {
            Published published = publishing.publish(account, scan, List.of(look));
            if (!more(body)) {
                publishing.relate(seenBy(scan));
            }
            return Reply.ok(told(published));
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Conflict("the look cannot be taken (%s): scan again".formatted(e.getMessage())));
        }
    }

    private static boolean more(Fields body) {
        return body.has("more") && body.flag("more");
    }

    /** Both ends of a link between two accounts are known only once both have been handed in. */
    private Set<AccountId> seenBy(String scan) {
        List<AccountId> all =
                accounts.every(new AccountFilter.All()).map(Account::id).toList();
        return generations.live(all).values().stream()
                .filter(live -> live.told().source().scan().equals(scan))
                .map(Generation::account)
                .collect(Collectors.toSet());
    }

    private static Json.Obj told(Published published) {
        var changes = new Members();
        published.changes().forEach((kind, count) -> changes.put(kind.toString(), count));
        return new Members()
                .put("account_id", published.generation().account().value())
                .put("generation", published.generation().number())
                .put("at", published.generation().at())
                .put("changes", changes)
                .json();
    }
}
