package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.find.Finder;
import dev.quarterdeck.inventory.find.Found;
import dev.quarterdeck.inventory.find.Match;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** Looking for one thing in all accounts that the caller sees. Not found is only worth something where somebody looked. */
final class FindApi {
    private final Seen seen;

    FindApi(Seen seen) {
        this.seen = seen;
    }

    List<Route> routes() {
        return List.of(Route.list("find", this::find));
    }

    private Reply find(Call call) {
        List<AccountFacts> facts = seen.everything(call);
        String wanted = call.query("q").map(String::strip).orElse("");
        Found found = Finder.in(new Everywhere(facts)).find(wanted);
        return Reply.ok(Blind.of(seen.accounts(call).size(), facts)
                .into(new Members()
                        .put("query", wanted)
                        .maybeAt("at", Seen.at(call))
                        .put(
                                "items",
                                Json.of(found.matches().stream()
                                        .map(Match::json)
                                        .toList()))
                        .put("more", found.more())
                        .put(
                                "pointing",
                                Json.of(found.pointing().stream()
                                        .map(Match.Tie::json)
                                        .toList())))
                .json());
    }
}
