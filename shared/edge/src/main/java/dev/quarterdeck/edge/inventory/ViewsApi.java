package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.asking.AskedFor;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.inventory.views.View;
import dev.quarterdeck.inventory.views.ViewId;
import dev.quarterdeck.inventory.views.Views.Kept;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

/** Questions kept under a name: made, read, changed and shared; a word that lost its meaning since is shown as a flaw. */
final class ViewsApi {
    static final List<String> OPERATIONS =
            List.of("listViews", "createView", "getView", "replaceView", "deleteView", "shareView", "unshareView");

    private final SeenViews seen;
    private final Vocabulary words;
    private final SecureRandom random = new SecureRandom();

    ViewsApi(SeenViews seen, Vocabulary words) {
        this.seen = seen;
        this.words = words;
    }

    List<Route> routes() {
        return List.of(
                Route.list("listViews", this::list),
                Route.list("createView", this::create),
                Route.list("getView", call -> shown(seen.one(call, call.path("view_id")))),
                Route.list("replaceView", this::replace),
                Route.list("deleteView", this::delete),
                Route.of("shareView", call -> share(call, true)),
                Route.of("unshareView", call -> share(call, false)));
    }

    private Reply list(Call call) {
        return Reply.items(seen.views().seenBy(call.caller().user()).stream()
                .map(this::json)
                .toList());
    }

    private Reply create(Call call) {
        var owner = new View.Owner(call.caller().user(), call.caller().name());
        View wish = wished(call, new View(ViewId.fresh(random), owner, label(call), words(call), false));
        Kept made = seen.views().add(wish, call.act()::did);
        return Reply.created(json(wish), "/api/views/" + wish.id()).version(made.version());
    }

    private Reply replace(Call call) {
        Kept before = steered(call);
        View old = before.view();
        View wish = wished(call, new View(old.id(), old.owner(), label(call), words(call), old.shared()));
        return shown(seen.views().replace(before, wish, call.act()::did));
    }

    private Reply delete(Call call) {
        seen.views().remove(steered(call), call.act()::did);
        return Reply.done();
    }

    private Reply share(Call call, boolean shared) {
        return shown(seen.views().share(seen.one(call, call.path("view_id")), shared, call.act()::did));
    }

    /** The version that its owner read. */
    private Kept steered(Call call) {
        Kept kept = seen.one(call, call.path("view_id"));
        if (!kept.view().owner().user().equals(call.caller().user())) {
            throw new FailureException(new Failure.Forbidden(
                    "resource:read",
                    "it is %s's: make one of your own"
                            .formatted(kept.view().owner().name())));
        }
        if (kept.version() != call.version()) {
            throw new FailureException(
                    new Failure.Stale("view", kept.view().id().value()));
        }
        return kept;
    }

    private static View.Label label(Call call) {
        Fields body = Fields.of(call.body());
        return new View.Label(body.text("name").strip(), body.maybeText("description"));
    }

    private static Wording words(Call call) {
        return View.wording(Fields.of(call.body()));
    }

    /** A view is as of whenever it is looked at. */
    private View wished(Call call, View view) {
        if (view.label().name().isEmpty()) {
            throw new FailureException(Failure.invalid("/name", "is blank"));
        }
        if (AskedFor.of(words(call), words, AskedFor.Place.BODY).question().at().isPresent()) {
            throw new FailureException(
                    Failure.invalid("/filter", "has an 'at': a view tells of whenever it is looked at"));
        }
        return view;
    }

    private Reply shown(Kept kept) {
        return Reply.ok(json(kept.view())).version(kept.version());
    }

    /** Its words were understood when it was kept; the catalog may have changed since. */
    private Json.Obj json(View view) {
        try {
            AskedFor.of(view.wording(), words, AskedFor.Place.PARAMETERS);
            return view.shown().json();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Invalid(var violations)) {
                String flaw = violations.stream()
                        .map(violation -> violation.at() + " " + violation.why())
                        .collect(Collectors.joining("; "));
                return view.shown().put("flaw", flaw).json();
            }
            throw e;
        }
    }
}
