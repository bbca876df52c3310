package dev.quarterdeck.local;

import dev.quarterdeck.collect.plan.ScanPlan;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.inventory.rows.JsonRow;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Style;
import dev.quarterdeck.local.report.Words;
import dev.quarterdeck.wire.WireSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan, for people or for programs. */
final class PlanReport {
    private final ScanWish wish;
    private final Shell shell;
    private final PrintWriter out;
    private final int width;
    private final Style style;

    PlanReport(Shell shell, ScanWish wish) {
        this.wish = wish;
        this.shell = shell;
        this.out = shell.out();
        this.width = shell.screen().width();
        this.style = shell.screen().outputStyle();
    }

    void show(ScanPlan plan, Optional<FactFolder> earlier) {
        switch (wish.options().form) {
            case table -> table(plan, earlier);
            case json -> out.println(Json.of(rows(plan).toList()).text());
            case csv -> CsvList.print(rows(plan).toList(), out);
            case ndjson -> rows(plan).forEach(row -> out.println(row.text()));
        }
    }

    private Stream<Json.Obj> rows(ScanPlan plan) {
        return Stream.concat(
                opening(plan).entrySet().stream()
                        .map(entry -> opening(entry.getKey().split(" ", 2), entry.getValue())),
                plan.lines().stream().map(line -> json(plan, line)));
    }

    private SequencedMap<String, Long> opening(ScanPlan plan) {
        return PlanOpening.of(wish, shell, plan.scope().accounts());
    }

    private static Json.Obj opening(String[] name, long calls) {
        return JsonRow.of(row -> row.text("type", Optional.empty())
                .text("service", name[0])
                .text("operation", name[1])
                .text("what", "opening")
                .number("calls", calls)
                .number("per_resource", 0)
                .text("resources_of", Optional.empty())
                .flag("paid", false)
                .flag("sometimes", false));
    }

    private static Json.Obj json(ScanPlan plan, ScanPlan.Line line) {
        return JsonRow.of(row -> row.text("type", line.type())
                .text("service", line.asked().service())
                .text("operation", line.asked().operation())
                .text("what", line.asked().what())
                .json(
                        "calls",
                        line.calls(plan.scope()).stream()
                                .<Json>mapToObj(Json::of)
                                .findFirst()
                                .orElse(Json.Null.VALUE))
                .json(
                        "per_resource",
                        new Json.Num(java.math.BigDecimal.valueOf(line.load().perResource())))
                .text("resources_of", line.load().countedBy())
                .flag("paid", line.asked().paid())
                .flag("sometimes", line.asked().sometimes()));
    }

    private void table(ScanPlan plan, Optional<FactFolder> earlier) {
        ScanPlan.Scope scope = plan.scope();
        out.println(style.bold("Nothing was asked. A scan of %s in %s would ask:"
                .formatted(
                        Words.count(scope.accounts(), "account", "accounts"),
                        Words.count(scope.regions(), "region", "regions"))));
        basis(scope, earlier);
        byService(plan);
        open(plan);
        money(plan);
    }

    private void basis(ScanPlan.Scope scope, Optional<FactFolder> earlier) {
        if (wish.options().accounts.organization && earlier.isEmpty()) {
            note("--org: counted for one account, as nobody has listed the organization yet");
        }
        if (wish.what().regions() instanceof RegionChoice.AllEnabled && earlier.isEmpty()) {
            note("counted with the %d regions that every account has; --regions makes it exact"
                    .formatted(scope.regions()));
        }
        if (!scope.counts().isEmpty()) {
            note("counted with the %s that an earlier scan found"
                    .formatted(Words.count(
                            scope.counts().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            "resource",
                            "resources")));
        }
    }

    private void note(String text) {
        out.println(style.dim("  " + text));
    }

    private void byService(ScanPlan plan) {
        var columns = new Columns().left("SERVICE").right("lists").right("details");
        plan.lines().stream()
                .collect(Collectors.groupingBy(line -> line.asked().service(), TreeMap::new, Collectors.toList()))
                .forEach((service, lines) -> columns.row(service, calls(plan, lines, true), calls(plan, lines, false)));
        columns.row(style::bold, "all", calls(plan, plan.lines(), true), calls(plan, plan.lines(), false));
        out.println();
        columns.lines(width - 2, style).forEach(line -> out.println("  " + line));
    }

    /** What is known, with a plus where more depends on what will be found. */
    private static String calls(ScanPlan plan, List<ScanPlan.Line> lines, boolean lists) {
        List<ScanPlan.Line> counted = lines.stream()
                .filter(line -> line.asked().what().equals("list") == lists)
                .toList();
        long known = counted.stream()
                .mapToLong(line -> line.calls(plan.scope()).orElse(line.load().fixed()))
                .sum();
        boolean more =
                counted.stream().anyMatch(line -> line.calls(plan.scope()).isEmpty());
        return counted.isEmpty() ? "·" : Words.number(known) + (more ? "+" : "");
    }

    private void open(ScanPlan plan) {
        if (plan.open().isEmpty()) {
            return;
        }
        out.println();
        out.println(style.bold("More for each resource found")
                + style.dim("  a number where an earlier --out knows how many"));
        var columns = new Columns().left("FOR EACH").right("calls").left("to read");
        plan.open().stream()
                .collect(Collectors.groupingBy(line -> line.load().countedBy(), TreeMap::new, Collectors.toList()))
                .forEach((type, lines) -> columns.row(type, rate(lines), asked(lines)));
        columns.lines(width - 2, style).forEach(line -> out.println("  " + line));
    }

    private static String rate(List<ScanPlan.Line> lines) {
        double rate =
                lines.stream().mapToDouble(line -> line.load().perResource()).sum();
        String sometimes = lines.stream().anyMatch(line -> line.asked().sometimes()) ? "≤ " : "";
        return sometimes
                + new java.math.BigDecimal(rate)
                        .round(new java.math.MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String asked(List<ScanPlan.Line> lines) {
        return lines.stream()
                .map(line -> line.asked().what().equals("list")
                        ? line.type().name()
                        : line.asked().what() + (line.asked().paid() ? " (paid)" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void money(ScanPlan plan) {
        boolean more = !plan.open().isEmpty();
        String orMore = more ? " and those for each resource" : "";
        out.println();
        var columns = new Columns().left("").left("");
        columns.row(
                "CloudTrail",
                "%s read events%s; the first copy of management events is free"
                        .formatted(Words.number(plan.cloudTrailEvents() + openingCalls(plan)), orMore));
        columns.row(
                "Paid requests",
                plan.paidRequests() == 0
                        ? "none" + (wish.options().paid ? "" : "; --paid would allow them")
                        : Words.number(plan.paidRequests()));
        columns.row("Opening", openingWords(plan));
        columns.row("Time", time(plan, more));
        columns.lines(width - 2, style).forEach(line -> out.println("  " + line));
    }

    private long openingCalls(ScanPlan plan) {
        return opening(plan).values().stream().mapToLong(Long::longValue).sum();
    }

    private String openingWords(ScanPlan plan) {
        return "%s for the accounts: %s%s"
                .formatted(
                        Words.count(openingCalls(plan), "call", "calls"),
                        opening(plan).entrySet().stream()
                                .map(entry -> entry.getKey() + " × " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                        PlanOpening.listsOrganization(wish) ? ", and listing the organization" : "");
    }

    private String time(ScanPlan plan, boolean more) {
        if (wish.wire().endpoint().isPresent() && wish.wire().percent().isEmpty()) {
            return "as fast as %s answers".formatted(wish.wire().endpoint().get());
        }
        int percent = wish.wire().percent().orElse(WireSettings.DEFAULT_RATE);
        return "at least %s%s, at %d %% of AWS's call rates"
                .formatted(Words.span(plan.atLeast(percent)), more ? " for what is known" : "", percent);
    }
}
