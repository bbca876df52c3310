package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.scanning.Estimate;
import dev.quarterdeck.inventory.scanning.Estimating;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scheduling.Schedule;
import dev.quarterdeck.inventory.scheduling.ScheduleId;
import dev.quarterdeck.inventory.scheduling.Schedules;
import dev.quarterdeck.inventory.scheduling.Schedules.Kept;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the hub scans by itself: read, made, changed, held; and what that will cost before it is saved. */
final class SchedulesApi {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int SHOWN = 5;
    private static final int MOST_RUNS = 50_000;

    private final Schedules schedules;
    private final Estimating estimating;
    private final ScanSight sight;
    private final Clock clock;

    SchedulesApi(Schedules schedules, Estimating estimating, ScanSight sight, Clock clock) {
        this.schedules = schedules;
        this.estimating = estimating;
        this.sight = sight;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.list("estimateSchedule", call -> Reply.ok(estimate(wished(call, new ScheduleId("new"))))),
                Route.list("listSchedules", this::list),
                Route.list("createSchedule", this::create),
                Route.list("getSchedule", call -> shown(seen(call))),
                Route.list("replaceSchedule", this::replace),
                Route.list("deleteSchedule", this::delete),
                Route.list("enableSchedule", call -> enable(call, true)),
                Route.list("disableSchedule", call -> enable(call, false)));
    }

    /** There are few. */
    private Reply list(Call call) {
        return Reply.items(schedules
                .all()
                .map(Kept::schedule)
                .filter(schedule -> sight.sees(call, schedule.scope()))
                .map(schedule -> schedule.shown().json())
                .toList());
    }

    private Reply create(Call call) {
        ScheduleId id = Fields.of(call.body()).text("schedule_id", ScheduleId::new);
        Schedule wish = wished(call, id);
        Json.Obj estimate = estimate(wish);
        Kept made = schedules.add(wish, call.act()::did);
        return Reply.created(whole(made, estimate), "/api/schedules/" + id).version(made.version());
    }

    private Reply replace(Call call) {
        Kept before = steered(call);
        Schedule wish = wished(call, before.schedule().id());
        Json.Obj estimate = estimate(wish);
        Kept after = schedules.replace(before, _ -> wish, call.act()::did);
        return Reply.ok(whole(after, estimate)).version(after.version());
    }

    private Reply delete(Call call) {
        schedules.remove(steered(call), call.act()::did);
        return Reply.done();
    }

    private Reply enable(Call call, boolean enabled) {
        Kept kept = seen(call);
        sight.requireAll(call, kept.schedule().scope());
        return shown(schedules.replace(kept, schedule -> schedule.enabled(enabled, clock.instant()), call.act()::did));
    }

    /** The version that the caller read, of a schedule that it may change. */
    private Kept steered(Call call) {
        Kept kept = seen(call);
        sight.requireAll(call, kept.schedule().scope());
        if (kept.version() != call.version()) {
            throw new FailureException(
                    new Failure.Stale("schedule", kept.schedule().id().value()));
        }
        return kept;
    }

    private Kept seen(Call call) {
        String id = call.path("schedule_id");
        return (ScheduleId.isValid(id) ? schedules.find(new ScheduleId(id)) : Optional.<Kept>empty())
                .filter(kept -> sight.sees(call, kept.schedule().scope()))
                .orElseThrow(() -> new FailureException(new Failure.NotFound("schedule", id)));
    }

    private Schedule wished(Call call, ScheduleId id) {
        Fields wish = Fields.of(call.body());
        ScanScope scope = wish.maybeObject("scope").map(ScanScope::from).orElse(ScanScope.ALL);
        return Schedule.wished(id, wish, sight.planned(call, scope), clock.instant());
    }

    private static Reply shown(Kept kept) {
        return Reply.ok(kept.schedule().shown().json()).version(kept.version());
    }

    private static Json.Obj whole(Kept kept, Json.Obj estimate) {
        return kept.schedule().shown().put("estimate", estimate).json();
    }

    private Json.Obj estimate(Schedule schedule) {
        Instant now = clock.instant();
        List<Instant> runs = schedule.runs(now, MOST_RUNS);
        if (runs.isEmpty()) {
            throw new FailureException(Failure.invalid("/expression", "is never due: nothing would ever begin"));
        }
        long month =
                runs.stream().takeWhile(run -> !run.isAfter(now.plus(MONTH))).count();
        Estimate each = estimating.of(schedule.scope());
        return new Members()
                .put("next", runs.stream().limit(SHOWN).map(Instant::toString).toList())
                .put("runs_a_month", month)
                .put("each", each.json())
                .put("a_month", each.times(month).json())
                .json();
    }
}
