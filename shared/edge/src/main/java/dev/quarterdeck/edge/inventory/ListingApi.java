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
import dev.quarterdeck.inventory.views.Views;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lists of resources: those that answer yes to a filter, counted and spread, with how far anybody looked for them. */
final class ListingApi {
    private static final int PAGE = 100;

    private final Seen seen;
    private final SeenViews views;
    private final Asking asking;
    private final Paging paging;
    private final Clock clock;

    ListingApi(Seen seen, SeenViews views, Asking asking, Paging paging, Clock clock) {
        this.seen = seen;
        this.views = views;
        this.asking = asking;
        this.paging = paging;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.list("listResources", this::list));
    }

    private Reply list(Call call) {
        Optional<Views.Kept> view = views.meant(call, call.query("view"));
        AskedFor asked = AskedFor.of(wording(call, view), asking.words(), AskedFor.Place.PARAMETERS);
        ListPlace place = paging.place(call).map(ListPlace::of).orElseGet(() -> begin(call, view, asked));
        requireSame(place, view);
        List<AccountId> accounts = seen.accounts(call);
        Listing listing = asking.lists()
                .list(new ListRequest(
                        asked.question().filter(), place.when(), seen.sight(call), asked.shape(), page(call, place)));
        var told = new ToldList(asked.question().filter(), listing);
        return paging.page(
                call,
                told.json(place.when(), accounts),
                listing.next().map(next -> place.at(next).json()));
    }

    /** What is said itself stands instead of what a view says. */
    private static Wording wording(Call call, Optional<Views.Kept> view) {
        var said = new Wording(call.query("filter"), call.query("fields"), call.query("sort"), call.query("facets"));
        return view.map(kept -> said.or(kept.view().wording())).orElse(said);
    }

    /** A page goes on in the order in which the one before it was. */
    private static void requireSame(ListPlace place, Optional<Views.Kept> view) {
        if (!place.view().equals(view.map(Views.Kept::version))) {
            throw new FailureException(Failure.invalid("cursor", "is of the view as it was before: begin anew"));
        }
    }

    private static ListRequest.Page page(Call call, ListPlace place) {
        return new ListRequest.Page(
                call.query("limit").map(Integer::parseInt).orElse(PAGE),
                place.after(),
                call.query("count").filter("exact"::equals).isPresent());
    }

    /** What is asked relative to now is asked so on every page: as it was when the first was. */
    private ListPlace begin(Call call, Optional<Views.Kept> view, AskedFor asked) {
        ListRequest.When when = asked.when(clock.instant(), Seen.at(call), AskedFor.Place.PARAMETERS);
        return new ListPlace(when, view.map(Views.Kept::version), Position.START);
    }
}
