package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Words;
import java.util.List;

/** A hub's scans, for people. */
final class ScanWords {
    static final String PATH = "/api/scans";

    private ScanWords() {}

    static void list(List<Fields> scans, Columns table) {
        table.left("SCAN")
                .left("TRIGGER")
                .left("STATUS")
                .left("STARTED")
                .left("ENDED")
                .right("READ")
                .right("FAILED")
                .right("RESOURCES")
                .right("CALLS");
        scans.forEach(scan -> {
            Fields counts = scan.object("counts");
            table.row(
                    scan.text("scan_id"),
                    scan.text("trigger"),
                    scan.text("status"),
                    scan.text("started_at"),
                    scan.maybeText("ended_at").orElse(""),
                    "%d/%d".formatted(counts.whole("read"), total(counts)),
                    counts.whole("failed"),
                    Words.number(counts.whole("resources")),
                    Words.number(counts.whole("calls")));
        });
    }

    /** One scan, and what could not be read. */
    static void whole(Fields scan, Columns table) {
        table.left("").prose("");
        table.row("scan", scan.text("scan_id"));
        table.row("trigger", scan.text("trigger"));
        table.row("status", status(scan));
        table.row("started", scan.text("started_at"));
        scan.maybeText("ended_at").ifPresent(at -> table.row("ended", at));
        table.row("progress", progress(scan));
        Fields counts = scan.object("counts");
        table.row(
                "requests",
                "%s, %s told to slow down, %s refused"
                        .formatted(
                                Words.number(counts.whole("calls")),
                                Words.number(counts.whole("throttled")),
                                Words.number(counts.whole("denied"))));
        scan.objects("failures")
                .forEach(failure -> table.row(
                        "not read",
                        "%s %s: %s"
                                .formatted(failure.text("account_id"), failure.text("region"), failure.text("why"))));
    }

    static String status(Fields scan) {
        return scan.text("status")
                + scan.maybeText("waiting_for").map(" for scan %s"::formatted).orElse("")
                + scan.maybeText("why").map(": %s"::formatted).orElse("");
    }

    static String progress(Fields scan) {
        Fields counts = scan.object("counts");
        long gaps = counts.whole("gaps");
        return "%d of %d read%s, %d being read, %d failed, %s"
                .formatted(
                        counts.whole("read"),
                        total(counts),
                        gaps == 0 ? "" : " (%s not wholly)".formatted(Words.count(gaps, "type", "types")),
                        counts.whole("reading"),
                        counts.whole("failed"),
                        Words.count(counts.whole("resources"), "resource", "resources"));
    }

    static void estimate(Fields estimate, Columns table) {
        String more = estimate.flag("complete") ? "" : ", and more for each resource: some accounts were never scanned";
        table.left("").prose("");
        table.row(
                "reach",
                "%s in up to %s"
                        .formatted(
                                Words.count(estimate.whole("accounts"), "account", "accounts"),
                                Words.count(estimate.whole("regions"), "region", "regions")));
        table.row("calls", Words.number(estimate.whole("calls")) + more);
        table.row(
                "CloudTrail",
                "%s management events, the first copy free (a second trail: $ %s); no data events"
                        .formatted(
                                Words.number(estimate.whole("management_events")),
                                estimate.json()
                                        .get("second_trail_usd")
                                        .orElseThrow()
                                        .text()));
        table.row("money", "$ " + estimate.json().get("est_usd").orElseThrow().text());
    }

    private static long total(Fields counts) {
        return counts.whole("open") + counts.whole("reading") + counts.whole("read") + counts.whole("failed");
    }
}
