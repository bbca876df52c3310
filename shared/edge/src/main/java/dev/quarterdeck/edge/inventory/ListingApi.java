package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.asking.AskedFor;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.Wording;
import java.time.Clock;
import java.util.List;

/** Lists of resources: those that answer yes to a filter, counted and spread, with how far anybody looked for them. */
final class ListingApi {
    private static final int PAGE = 100;

    private final Seen seen;
    private final Asking asking;
    private final Paging paging;
    private final Clock clock;

    ListingApi(Seen seen, Asking asking, Paging paging, Clock clock) {
        this.seen = seen;
        this.asking = asking;
        this.paging = paging;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.list("listResources", this::list));
    }

    private Reply list(Call call) {
        AskedFor asked = AskedFor.of(wording(call), asking.words(), AskedFor.Place.PARAMETERS);
        ListPlace place = paging.place(call).map(ListPlace::of).orElseGet(() -> begin(call, asked));
        List<AccountId> accounts = seen.accounts(call);
        Listing listing = asking.lists()
                .list(new ListRequest(
                        asked.question().filter(), place.when(), seen.sight(call), asked.shape(), page(call, place)));
        var told = new ToldList(asked.question().filter(), listing);
        return paging.page(
                call,
                told.json(place.when(), accounts),
                listing.next().map(next -> new ListPlace(place.when(), next).json()));
    }

    private static Wording wording(Call call) {
        return new Wording(call.query("filter"), call.query("fields"), call.query("sort"), call.query("facets"));
    }

    private static ListRequest.Page page(Call call, ListPlace place) {
        return new ListRequest.Page(
                call.query("limit").map(Integer::parseInt).orElse(PAGE),
                place.after(),
                call.query("count").filter("exact"::equals).isPresent());
    }

    /** What is asked relative to now is asked so on every page: as it was when the first was. */
    private ListPlace begin(Call call, AskedFor asked) {
        return new ListPlace(asked.when(clock.instant(), Seen.at(call), AskedFor.Place.PARAMETERS), Position.START);
    }
}
