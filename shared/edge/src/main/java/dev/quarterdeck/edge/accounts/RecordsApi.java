package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.History;
import dev.quarterdeck.accounts.proof.Proofs;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** What is kept of an account: its proofs, its changes, how its health went, the regions that were found. */
final class RecordsApi {
    private final Named named;
    private final Proofs proofs;
    private final History history;
    private final Paging paging;

    RecordsApi(Named named, Proofs proofs, History history, Paging paging) {
        this.named = named;
        this.proofs = proofs;
        this.history = history;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(
                named.route("listProofs", call -> paging.rows(call, proofs.of(Named.id(call), paging.from(call)))),
                named.route(
                        "listAccountChanges",
                        call -> paging.rows(call, history.changes(Named.id(call), paging.from(call)))),
                named.route(
                        "listAccountHealth",
                        call -> paging.rows(call, history.health(Named.id(call), paging.from(call)))),
                named.route("listAccountRegions", this::regions));
    }

    private Reply regions(Call call) {
        Account account = named.account(call);
        return Reply.ok(new Members()
                .put("account_id", account.id().value())
                .put("regions_enabled", account.placement().regions())
                .maybeAt("looked_at", account.standing().trial().at())
                .json());
    }
}
