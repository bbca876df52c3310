package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.impact.Impact;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.HashSet;
import java.util.List;

/** What is hit when a resource goes. It is followed through all accounts, and told as far as the caller sees them. */
final class ImpactApi {
    private static final int DEPTH = 5;
    private static final int MOST = 1_000;

    private final Seen seen;

    ImpactApi(Seen seen) {
        this.seen = seen;
    }

    List<Route> routes() {
        return List.of(Route.list("showResourceImpact", this::impact));
    }

    private Reply impact(Call call) {
        Json.Obj resource = seen.resource(call);
        int depth = call.query("depth").map(Integer::parseInt).orElse(DEPTH);
        Impact.Reach reach = Impact.of(resource, new Everywhere(seen.inAll(call)), new Impact.Limits(depth, MOST));
        List<AccountId> accounts = seen.accounts(call);
        var words = new ImpactWords(new HashSet<>(accounts), seen::isKnown);
        return Reply.ok(Blind.of(accounts.size(), seen.everything(call))
                .into(new Members()
                        .put("resource", Named.name(resource))
                        .maybeAt("at", Seen.at(call))
                        .put("items", Json.of(words.told(reach.hits())))
                        .put("hidden", words.hidden(reach.hits()))
                        .put("more", reach.more()))
                .json());
    }
}
