package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of resources, whichever account they are in, the newest first; all changes that one scan found come together. */
final class ChangesApi {
    private static final int PAGE = 200;

    private final Seen seen;
    private final Generations generations;
    private final Facts facts;
    private final Paging paging;

    ChangesApi(Seen seen, Generations generations, Facts facts, Paging paging) {
        this.seen = seen;
        this.generations = generations;
        this.facts = facts;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(Route.list("listChanges", this::list));
    }

    /** A page ends with a page of generations: it holds all their changes, so none is cut in two. */
    private Reply list(Call call) {
        Map<AccountId, Boolean> visible = new HashMap<>();
        var items = new ArrayList<Json.Obj>();
        var unreadable = new ArrayList<Json.Obj>();
        Optional<Cursor> from = paging.from(call);
        do {
            Generations.Some some = asked(call, from);
            some.generations().stream()
                    .filter(generation -> generation.told().changes().isPresent())
                    .filter(generation -> visible.computeIfAbsent(generation.account(), id -> seen.sees(call, id)))
                    .filter(generation -> isAsked(call, generation.account()))
                    .forEach(generation -> facts.changes(generation)
                            .ifPresentOrElse(
                                    changes -> changes.stream()
                                            .filter(change -> isAsked(call, change))
                                            .forEach(items::add),
                                    () -> unreadable.add(named(generation))));
            from = some.next();
        } while (items.size() < PAGE && from.isPresent());
        Json.Obj body = new Members()
                .put("items", Json.of(items))
                .put("unreadable", Json.of(unreadable))
                .json();
        return paging.page(call, body, from.map(Paging::json));
    }

    private Generations.Some asked(Call call, Optional<Cursor> from) {
        return generations.published(Seen.instant(call, "since"), Seen.instant(call, "until"), from);
    }

    private static boolean isAsked(Call call, AccountId account) {
        return call.query("account_id").map(account.value()::equals).orElse(true);
    }

    private static boolean isAsked(Call call, Json.Obj change) {
        return Seen.fits(call, "kind", change) && Seen.fits(call, "type", change) && Seen.fits(call, "region", change);
    }

    /** What a scan found changed is lost, and whoever asks for changes has to know. */
    private static Json.Obj named(Generation generation) {
        return new Members()
                .put("account_id", generation.account().value())
                .put("scan_id", generation.told().source().scan())
                .put("at", generation.at())
                .json();
    }
}
