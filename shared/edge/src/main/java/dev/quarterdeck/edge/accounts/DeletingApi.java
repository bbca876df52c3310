package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.connect.Deleting;
import dev.quarterdeck.accounts.connect.Departures;
import dev.quarterdeck.accounts.connect.Impact;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import java.util.List;
import java.util.OptionalLong;

/** How accounts go: what that takes along, a day to think it over, and what remains to be done in AWS. */
final class DeletingApi {
    private final Named named;
    private final Deleting deleting;
    private final Departures departures;
    private final Paging paging;

    DeletingApi(Named named, Deleting deleting, Departures departures, Paging paging) {
        this.named = named;
        this.deleting = deleting;
        this.departures = departures;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(
                named.route("showImpact", this::impact),
                named.route("deleteAccount", this::delete),
                named.route("undeleteAccount", call -> Named.shown(deleting.undo(Named.id(call), call.act()::did))),
                Route.of("listDeletedAccounts", this::deleted));
    }

    private Reply impact(Call call) {
        Impact impact = deleting.impact(Named.id(call));
        return Reply.ok(impact.json()).version(impact.account().revision().version());
    }

    private Reply delete(Call call) {
        var version = OptionalLong.of(call.version());
        String typed = call.query("name").orElseThrow();
        Account account = deleting.delete(Named.id(call), version, typed, call.act()::did);
        return Reply.accepted(AccountCodec.encode(account))
                .version(account.revision().version());
    }

    private Reply deleted(Call call) {
        return paging.rows(call, departures.page(paging.from(call)));
    }
}
