package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One resource: as it is or was, and what became of it. */
final class ResourcesApi {
    private static final int PAGE = 100;

    private final Seen seen;
    private final Generations generations;
    private final Facts facts;
    private final Paging paging;

    ResourcesApi(Seen seen, Generations generations, Facts facts, Paging paging) {
        this.seen = seen;
        this.generations = generations;
        this.facts = facts;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(
                Route.list("getResource", call -> Reply.ok(seen.resource(call))),
                Route.list("listResourceChanges", this::changes));
    }

    /** Its account is where it is or was: whatever is gone still has its changes. */
    private Reply changes(Call call) {
        Uid uid = Seen.uid(call);
        Optional<Fields> place = paging.place(call).map(json -> Fields.of((Json.Obj) json));
        AccountId account = place.map(fields -> fields.text("account", AccountId::new))
                .or(() -> seen.known(call, uid).map(row -> Fields.of(row).text("account_id", AccountId::new)))
                .or(() -> everChanged(call, uid))
                .orElseThrow(() -> seen.without(call, uid));
        var items = new ArrayList<Json.Obj>();
        Optional<Cursor> from =
                place.flatMap(fields -> fields.maybeObject("cursor")).map(fields -> Paging.cursor(fields.json()));
        do {
            Generations.Some some = generations.of(account, from);
            for (Generation generation : some.generations()) {
                facts.change(generation, uid).ifPresent(items::add);
            }
            from = some.next();
        } while (items.size() < PAGE && from.isPresent());
        return paging.page(
                call,
                items,
                from.map(cursor -> new Members()
                        .put("account", account.value())
                        .put("cursor", Paging.json(cursor))
                        .json()));
    }

    private Optional<AccountId> everChanged(Call call, Uid uid) {
        return seen.accounts(call).stream()
                .filter(account -> generations
                        .every(account)
                        .anyMatch(generation -> facts.change(generation, uid).isPresent()))
                .findFirst();
    }
}
