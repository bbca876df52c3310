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
        Optional<Cursor> from = paging.from(call);
        do {
            Generations.Some some = asked(call, from);
            some.generations().stream()
                    .filter(generation -> generation.told().changes().isPresent())
                    .filter(generation -> visible.computeIfAbsent(generation.account(), id -> seen.sees(call, id)))
                    .flatMap(generation -> changes(call, generation).stream())
                    .forEach(items::add);
            from = some.next();
        } while (items.size() < PAGE && from.isPresent());
        return paging.reply(call, items, from);
    }

    private Generations.Some asked(Call call, Optional<Cursor> from) {
        return generations.published(Seen.instant(call, "since"), Seen.instant(call, "until"), from);
    }

    private List<Json.Obj> changes(Call call, Generation generation) {
        return call.query("account_id")
                        .filter(wanted -> !wanted.equals(generation.account().value()))
                        .isPresent()
                ? List.of()
                : facts.changes(generation).stream()
                        .filter(change -> Seen.fits(call, "kind", change)
                                && Seen.fits(call, "type", change)
                                && Seen.fits(call, "region", change))
                        .toList();
    }
}
