package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.asking.AskedFor;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.asking.ListRequest.When;
import dev.quarterdeck.inventory.asking.MapRequest;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.inventory.topology.GroupId;
import dev.quarterdeck.inventory.topology.Level;
import dev.quarterdeck.inventory.topology.Opening;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The map of all accounts: groups with counts, opened as far as somebody wants to look, and what leads from where to where. */
final class TopologyApi {
    private final Seen seen;
    private final Asking asking;
    private final Clock clock;

    TopologyApi(Seen seen, Asking asking, Clock clock) {
        this.seen = seen;
        this.asking = asking;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.list("showTopology", this::map));
    }

    private Reply map(Call call) {
        var wording = new Wording(call.query("filter"), Optional.empty(), Optional.empty(), Optional.empty());
        AskedFor asked = AskedFor.of(wording, asking.words(), AskedFor.Place.PARAMETERS);
        When when = asked.when(clock.instant(), Seen.at(call), AskedFor.Place.PARAMETERS);
        var request = new MapRequest(asked.question().filter(), when, seen.sight(call), opening(call));
        return Reply.ok(new ToldMap(request, asking.topology().draw(request), seen.names(call)).json());
    }

    private static Opening opening(Call call) {
        return new Opening(
                call.query("depth")
                        .map(level -> Level.valueOf(level.toUpperCase(Locale.ROOT)))
                        .orElse(Level.ACCOUNT),
                call.query("expand").map(TopologyApi::groups).orElse(Set.of()));
    }

    private static Set<GroupId> groups(String text) {
        try {
            return Stream.of(text.split(",")).map(GroupId::parse).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.invalid("expand", String.valueOf(e.getMessage())));
        }
    }
}
