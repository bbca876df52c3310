package dev.quarterdeck.inventory.scheduling;

import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When the hub scans what by itself, and what became of the last time. */
public record Schedule(ScheduleId id, When when, ScanScope scope, boolean enabled, Course course) {
    /** The expression as it was written, and the time zone that it is meant in. */
    public record When(String expression, ZoneId zone) {
        public When {
            Timing.parse(expression);
        }

        private Timing timing() {
            return Timing.parse(expression);
        }
    }

    /** Since when it counts, when it is due, and what came of the last time that it was. */
    public record Course(Instant since, Optional<Instant> next, Optional<Last> last) {}

    /** {@code scan} is empty where it was due and nothing was begun: then it was {@code missed}. */
    public record Last(Instant due, Optional<String> scan) {}

    /** A schedule that begins now. */
    public static Schedule beginning(ScheduleId id, When when, ScanScope scope, boolean enabled, Instant now) {
        var course = new Course(now, when.timing().next(now, when.zone, now), Optional.empty());
        return new Schedule(id, when, scope, enabled, course);
    }

    /** When it will be due, the next so many times. */
    public List<Instant> runs(Instant after, int most) {
        return Stream.iterate(next(after), Optional::isPresent, run -> run.flatMap(this::next))
                .flatMap(Optional::stream)
                .limit(most)
                .toList();
    }

    private Optional<Instant> next(Instant after) {
        return when.timing().next(after, when.zone, course.since);
    }

    public boolean isDue(Instant now) {
        return enabled && course.next.filter(due -> !due.isAfter(now)).isPresent();
    }

    /** The last time that it was due until now, however many it missed before that. */
    Instant slot(Instant now) {
        Instant slot = course.next.orElseThrow();
        Optional<Instant> later = next(slot);
        while (later.filter(instant -> !instant.isAfter(now)).isPresent()) {
            slot = later.get();
            later = next(slot);
        }
        return slot;
    }

    boolean isOnce() {
        return when.timing() instanceof Timing.Once;
    }

    /** What was due is seen to. */
    Schedule after(Last last) {
        return new Schedule(id, when, scope, enabled, new Course(course.since, next(last.due), Optional.of(last)));
    }

    /** Set going, or held; what was due meanwhile is not made up for. */
    public Schedule enabled(boolean other, Instant now) {
        return new Schedule(id, when, scope, other, new Course(course.since, next(now), course.last));
    }

    public Members shown() {
        var members = new Members()
                .put("schedule_id", id.value())
                .put("expression", when.expression)
                .put("time_zone", when.zone.getId())
                .put("scope", scope.json())
                .put("enabled", enabled)
                .put("since", course.since)
                .maybeAt("next_at", course.next.filter(_ -> enabled));
        course.last.ifPresent(last -> members.put(
                "last",
                new Members()
                        .put("due_at", last.due)
                        .put("missed", last.scan.isEmpty())
                        .maybe("scan_id", last.scan)));
        return members;
    }

    /** What somebody wishes of a schedule; {@code time_zone} is UTC where it is not said. */
    public static Schedule wished(ScheduleId id, Fields wish, ScanScope scope, Instant now) {
        var when = new When(
                wish.text("expression", Schedule::checked),
                wish.maybeText("time_zone", Schedule::zone).orElse(ZoneId.of("UTC")));
        boolean enabled = !wish.has("enabled") || wish.flag("enabled");
        return beginning(id, when, scope, enabled, now);
    }

    private static String checked(String expression) {
        Timing.parse(expression);
        return expression;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("must be a time zone like Europe/Zurich: '%s'".formatted(text));
        }
    }

    static Schedule of(Fields row) {
        var when = new When(row.text("expression"), row.text("time_zone", ZoneId::of));
        Optional<Last> last =
                row.maybeObject("last").map(fields -> new Last(fields.instant("due_at"), fields.maybeText("scan_id")));
        return new Schedule(
                row.text("schedule_id", ScheduleId::new),
                when,
                ScanScope.from(row.object("scope")),
                row.flag("enabled"),
                new Course(row.instant("since"), row.maybeInstant("due_at"), last));
    }
}
