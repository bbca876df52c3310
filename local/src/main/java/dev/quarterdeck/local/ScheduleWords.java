package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Words;
import java.util.List;

/** A hub's schedules, for people. */
final class ScheduleWords {
    private ScheduleWords() {}

    static void list(List<Fields> schedules, Columns table) {
        table.left("SCHEDULE")
                .left("WHEN")
                .left("TIME ZONE")
                .left("ACCOUNTS")
                .left("NEXT")
                .left("LAST");
        schedules.forEach(schedule -> table.row(
                schedule.text("schedule_id"),
                schedule.text("expression"),
                schedule.text("time_zone"),
                accounts(schedule),
                next(schedule),
                last(schedule)));
    }

    static void whole(Fields schedule, Columns table) {
        table.left("").prose("");
        table.row("schedule", schedule.text("schedule_id"));
        table.row("when", schedule.text("expression") + ", " + schedule.text("time_zone"));
        table.row("accounts", accounts(schedule));
        table.row("next", next(schedule));
        table.row("last", last(schedule));
        schedule.maybeObject("estimate").ifPresent(estimate -> estimate(estimate, table));
    }

    /** What it will ask, each time and in a month. */
    static void estimate(Fields estimate, Columns table) {
        table.row("due", Words.list(estimate.texts("next"), 5));
        Fields month = estimate.object("a_month");
        table.row(
                "a month",
                "%s, %s, as many CloudTrail management events (first copy free; a second trail: $ %s), $ %s%s"
                        .formatted(
                                Words.count(estimate.whole("runs_a_month"), "scan", "scans"),
                                Words.count(month.whole("calls"), "call", "calls"),
                                month.json()
                                        .get("second_trail_usd")
                                        .orElseThrow()
                                        .text(),
                                month.json().get("est_usd").orElseThrow().text(),
                                month.flag("complete")
                                        ? ""
                                        : "; and more for each resource of accounts that were never scanned"));
    }

    private static String accounts(Fields schedule) {
        List<String> named = schedule.object("scope").texts("accounts");
        return named.isEmpty() ? "all" : Words.list(named, 3);
    }

    private static String next(Fields schedule) {
        return schedule.flag("enabled") ? schedule.maybeText("next_at").orElse("never") : "disabled";
    }

    private static String last(Fields schedule) {
        return schedule.maybeObject("last")
                .map(last -> last.maybeText("scan_id").orElseGet(() -> "missed " + last.text("due_at")))
                .orElse("");
    }
}
