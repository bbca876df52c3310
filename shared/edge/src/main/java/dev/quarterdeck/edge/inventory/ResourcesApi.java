package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
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

/** One resource: as it is or was, what became of it, and how it hangs together with others. */
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
                Route.list("getResource", call -> Reply.ok(find(call, uid(call)))),
                Route.list("listResourceChanges", this::changes),
                Route.list("listResourceRelations", this::relations));
    }

    private static Uid uid(Call call) {
        return new Uid(call.path("uid"));
    }

    private Json.Obj find(Call call, Uid uid) {
        return known(call, uid).orElseThrow(() -> seen.without(call, uid));
    }

    private Optional<Json.Obj> known(Call call, Uid uid) {
        return seen.accounts(call).stream()
                .flatMap(account -> seen.facts(call, account).stream())
                .flatMap(account -> account.resource(uid).stream())
                .findFirst();
    }

    /** Its account is where it is or was: whatever is gone still has its changes. */
    private Reply changes(Call call) {
        Uid uid = uid(call);
        Optional<Fields> place = paging.place(call).map(json -> Fields.of((Json.Obj) json));
        AccountId account = place.map(fields -> fields.text("account", AccountId::new))
                .or(() -> known(call, uid).map(row -> Fields.of(row).text("account_id", AccountId::new)))
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

    /** Edges from it and to it, in all accounts that the caller sees. */
    private Reply relations(Call call) {
        Optional<Json> uid = find(call, uid(call)).get("uid");
        var uses = new ArrayList<Json.Obj>();
        var usedBy = new ArrayList<Json.Obj>();
        for (AccountId account : seen.accounts(call)) {
            Optional<AccountFacts> known = seen.facts(call, account);
            known.ifPresent(one -> one.edges(edge -> {
                if (edge.get("from_uid").equals(uid)) {
                    uses.add(edge);
                }
                if (edge.get("to_uid").equals(uid)) {
                    usedBy.add(edge);
                }
            }));
        }
        return Reply.ok(new Members()
                .put("uses", Json.of(uses))
                .put("used_by", Json.of(usedBy))
                .json());
    }
}
