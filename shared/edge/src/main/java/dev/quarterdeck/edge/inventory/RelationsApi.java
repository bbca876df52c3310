package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How one resource hangs together with others, in all accounts that the caller sees. */
final class RelationsApi {
    private final Seen seen;

    RelationsApi(Seen seen) {
        this.seen = seen;
    }

    List<Route> routes() {
        return List.of(Route.list("listResourceRelations", this::relations));
    }

    private Reply relations(Call call) {
        Json.Obj resource = seen.resource(call);
        String uid = Fields.of(resource).text("uid");
        Ends ends = Ends.of(Stream.of(resource));
        var uses = new ArrayList<Fields>();
        var usedBy = new ArrayList<Fields>();
        List<AccountFacts> accounts = seen.everything(call);
        accounts.forEach(account -> account.edges(ends, edge -> {
            Fields fields = Fields.of(edge);
            if (fields.text("from_uid").equals(uid)) {
                uses.add(fields);
            }
            if (ends.isTarget(fields)) {
                usedBy.add(fields);
            }
        }));
        var names = Named.of(others(uses, usedBy), accounts);
        return Reply.ok(new Members()
                .put("uses", json(uses, "to_uid", names))
                .put("used_by", json(usedBy, "from_uid", names))
                .json());
    }

    private static List<Uid> others(List<Fields> uses, List<Fields> usedBy) {
        return Stream.concat(
                        uses.stream().flatMap(edge -> edge.maybeText("to_uid").stream()),
                        usedBy.stream().map(edge -> edge.text("from_uid")))
                .distinct()
                .map(Uid::new)
                .toList();
    }

    /** Each with the resource at its other end, where that is known and the caller sees it. */
    private static Json json(List<Fields> edges, String end, Named names) {
        return Json.of(edges.stream()
                .<Json>map(edge -> edge.maybeText(end)
                        .flatMap(names::of)
                        .map(name -> edge.json().with("resource", name))
                        .orElse(edge.json()))
                .toList());
    }
}
