package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.impact.Hit;
import dev.quarterdeck.inventory.impact.Thing;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is hit, as a caller may be told it. Of what lies in accounts out of sight it is said that something is there; how
 * it points to others is its own business, and told where the one that points is in sight.
 */
final class ImpactWords {
    private final Set<AccountId> sight;
    private final Predicate<AccountId> known;

    ImpactWords(Set<AccountId> sight, Predicate<AccountId> known) {
        this.sight = Set.copyOf(sight);
        this.known = known;
    }

    List<Json.Obj> told(List<Hit> hits) {
        return hits.stream().filter(this::isInSight).map(this::json).toList();
    }

    long hidden(List<Hit> hits) {
        return hits.stream().filter(hit -> !isInSight(hit)).count();
    }

    /** What nobody has found is named by the one that points to it, and in sight where that is. */
    private boolean isInSight(Hit hit) {
        return switch (hit.thing()) {
            case Thing.Known(var row) -> sight.contains(Fields.of(row).text("account_id", AccountId::new));
            case Thing.Stranger _ -> hit.cause().before().map(this::isInSight).orElse(true);
        };
    }

    private Json.Obj json(Hit hit) {
        return thing(hit.thing())
                .put("harm", hit.harm().toString())
                .put("depth", hit.depth())
                .put("path", Json.of(hit.path().map(this::step).toList()))
                .json();
    }

    private Members thing(Thing thing) {
        return switch (thing) {
            case Thing.Known(var row) -> new Members().put("resource", Named.name(row));
            case Thing.Stranger(var arn, var account) ->
                new Members().put("arn", arn).put("account", account(account));
        };
    }

    private Members account(Optional<String> id) {
        return new Members()
                .maybe("account_id", id)
                .put(
                        "known",
                        id.filter(AccountId::isValid)
                                .map(AccountId::new)
                                .filter(known)
                                .isPresent());
    }

    private Json.Obj step(Hit hit) {
        Members step = isInSight(hit) ? thing(hit.thing()) : new Members().put("hidden", true);
        boolean pointerInSight = hit.cause().back()
                ? isInSight(hit)
                : hit.cause().before().map(this::isInSight).orElse(true);
        if (pointerInSight) {
            step.put("rel", hit.cause().rel()).put("points", hit.cause().back() ? "back" : "forth");
        }
        return step.json();
    }
}
