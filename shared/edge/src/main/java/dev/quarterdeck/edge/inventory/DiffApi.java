package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.inventory.rows.JsonRow;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is other at one instant than at an earlier one, account by account, and where that cannot be told. */
final class DiffApi {
    private static final int PAGE = 200;

    private final Seen seen;
    private final Facts facts;
    private final Supplier<Meaning> meaning;
    private final Paging paging;

    DiffApi(Seen seen, Facts facts, Supplier<Meaning> meaning, Paging paging) {
        this.seen = seen;
        this.facts = facts;
        this.meaning = meaning;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(Route.list("listDiff", this::list));
    }

    /** The instants, in their order. */
    private record Span(Instant from, Instant to) {
        static Span of(Call call) {
            var span = new Span(
                    Seen.instant(call, "from").orElseThrow(),
                    Seen.instant(call, "to").orElseThrow());
            if (!span.from.isBefore(span.to)) {
                throw new FailureException(Failure.invalid("from", "must be before 'to'"));
            }
            return span;
        }
    }

    /** Where a page goes on: in this account, after this resource of it. */
    private record Place(AccountId account, Optional<Uid> after) {
        static Place of(Json json) {
            Fields fields = Fields.of((Json.Obj) json);
            return new Place(fields.text("account", AccountId::new), fields.maybeText("after", Uid::new));
        }

        Json.Obj json() {
            return new Members()
                    .put("account", account.value())
                    .maybe("after", after.map(Uid::value))
                    .json();
        }
    }

    private static final class Answer {
        private final List<Json.Obj> items = new ArrayList<>();
        private final List<Json.Obj> unseen = new ArrayList<>();
        private long unlooked;
    }

    private Reply list(Call call) {
        Span span = Span.of(call);
        var looks = new Looks(meaning.get());
        var answer = new Answer();
        Optional<Place> place = paging.place(call).map(Place::of);
        Optional<Place> next = Optional.empty();
        for (AccountId account : seen.accounts(call)) {
            if (place.filter(from -> account.compareTo(from.account()) < 0).isEmpty() && next.isEmpty()) {
                Optional<Uid> after =
                        place.filter(from -> account.equals(from.account())).flatMap(Place::after);
                next = account(call, new Two(account, span, facts), looks, after, answer);
            }
        }
        Json.Obj body = new Members()
                .put("items", Json.of(answer.items))
                .put("areas_not_seen", Json.of(answer.unseen))
                .put("areas_not_looked_at_between", answer.unlooked)
                .json();
        return paging.page(call, body, next.map(Place::json));
    }

    /** An account at both instants. */
    private record Two(AccountId account, Optional<AccountFacts> earlier, Optional<AccountFacts> later) {
        Two(AccountId account, Span span, Facts facts) {
            this(account, facts.of(account, Optional.of(span.from)), facts.of(account, Optional.of(span.to)));
        }
    }

    /** Adds what there is of the account; the place to go on at where that is more than a page. */
    private Optional<Place> account(Call call, Two two, Looks looks, Optional<Uid> after, Answer answer) {
        if (answer.items.size() == PAGE) {
            return Optional.of(new Place(two.account, after));
        }
        if (after.isEmpty()) {
            var areas = SeenAreas.of(two.account, two.earlier, two.later);
            areas.unseen().stream()
                    .filter(area -> Seen.fits(call, "region", area) && Seen.fits(call, "type", area))
                    .forEach(answer.unseen::add);
            answer.unlooked += areas.unlooked();
        }
        if (two.earlier.isEmpty() || two.later.isEmpty()) {
            return Optional.empty();
        }
        int room = PAGE - answer.items.size();
        List<Json.Obj> some = facts.compare(two.earlier.get(), two.later.get(), looks, after)
                .map(alteration -> JsonRow.of(alteration.columns()))
                .filter(item -> isAsked(call, item))
                .limit(room + 1L)
                .toList();
        answer.items.addAll(some.subList(0, Math.min(room, some.size())));
        return some.size() <= room
                ? Optional.empty()
                : Optional.of(
                        new Place(two.account, Fields.of(answer.items.getLast()).maybeText("uid", Uid::new)));
    }

    private static boolean isAsked(Call call, Json.Obj item) {
        return Seen.fits(call, "kind", item) && Seen.fits(call, "type", item) && Seen.fits(call, "region", item);
    }
}
