package dev.quarterdeck.local.report;

import dev.quarterdeck.inventory.history.Difference;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.Change;
import dev.quarterdeck.local.facts.Changes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is not as it was in an earlier scan, field by field. */
public final class ChangeReport {
    private static final int LONGEST_VALUE = 60;
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::kind)
            .thenComparing(Change::type)
            .thenComparing(Change::account)
            .thenComparing(Change::region)
            .thenComparing(Change::name);

    private final Summary summary;
    private final PrintWriter out;
    private final Style style;

    public ChangeReport(Summary summary, PrintWriter out, Style style) {
        this.summary = summary;
        this.out = out;
        this.style = style;
    }

    public void show(Changes changes, Path earlier) {
        summary.heading(
                "Changes since " + earlier,
                "%s added, %s changed, %s re-made, %s removed"
                        .formatted(
                                Words.number(changes.count(Change.Kind.ADDED)),
                                Words.number(changes.count(Change.Kind.CHANGED)),
                                Words.number(changes.count(Change.Kind.REMADE)),
                                Words.number(changes.count(Change.Kind.REMOVED))));
        changes.changes().stream().sorted(ORDER).forEach(this::change);
        notLooked(changes);
    }

    private void change(Change change) {
        String line = "  %s %s  %s  %s %s"
                .formatted(sign(change.kind()), change.type(), change.name(), change.account(), change.region());
        out.println(look(change.kind(), line) + (change.kind() == Change.Kind.REMADE ? style.warn("  re-made") : ""));
        change.fields().forEach(this::field);
    }

    private static String sign(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case CHANGED -> "~";
            case REMADE -> "±";
            case REMOVED -> "-";
        };
    }

    private String look(Change.Kind kind, String line) {
        return switch (kind) {
            case ADDED -> style.good(line);
            case CHANGED, REMADE -> style.warn(line);
            case REMOVED -> style.bad(line);
        };
    }

    private void field(Difference difference) {
        out.println("      %s: %s → %s"
                .formatted(difference.path(), value(difference.before()), value(difference.after())));
    }

    private static String value(Optional<Json> value) {
        String text = value.map(Json::text).orElse("nothing").replaceAll("\\p{Cntrl}", "␦");
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private void notLooked(Changes changes) {
        int count = changes.notLooked().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (count == 0) {
            return;
        }
        List<String> areas = changes.notLooked().keySet().stream()
                .map(area -> area.type() + " in " + area.account() + " " + area.region())
                .sorted()
                .toList();
        out.println(style.warn("  %s known from then: nobody looked for them this time (%s)"
                .formatted(Words.count(count, "resource is", "resources are"), Words.list(areas, 4))));
    }
}
