package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.accounts.AccountTarget;
import dev.quarterdeck.inventory.scanning.Events;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanDesk;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.function.Function;

/** Takes what AWS itself tells of an account, as an EventBridge API destination delivers it, and reads what it is about. */
final class EventsApi {
    private final Accounts accounts;
    private final Events events;
    private final ScanDesk desk;
    private final Function<Scan, Json.Obj> shown;

    EventsApi(Accounts accounts, Events events, ScanDesk desk, Function<Scan, Json.Obj> shown) {
        this.accounts = accounts;
        this.events = events;
        this.desk = desk;
        this.shown = shown;
    }

    List<Route> routes() {
        return List.of(Route.about("receiveEvent", call -> AccountTarget.of(account(call)), this::receive));
    }

    private Account account(Call call) {
        AccountId id = new AccountId(call.path("account_id"));
        return accounts.find(id).orElseThrow(() -> new FailureException(new Failure.NotFound("account", id.value())));
    }

    private Reply receive(Call call) {
        Account account = account(call);
        Status status = account.standing().status();
        if (status != Status.ACTIVE) {
            throw new FailureException(new Failure.Conflict(
                    "account %s is %s: only active ones are scanned".formatted(account.id(), status.word())));
        }
        List<Json.Obj> begun = events.scopes(account.id(), call.body()).stream()
                .map(scope -> begin(call, scope))
                .toList();
        return Reply.accepted(new Members().put("scans", Json.of(begun)).json());
    }

    private Json.Obj begin(Call call, ScanScope scope) {
        return shown.apply(desk.start(Scan.EVENT, scope, call.act()::did).scan());
    }
}
