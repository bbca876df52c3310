package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A map for people: groups in each other, then what leads from where to where, then what there is to know beside it. */
final class MapWords {
    private static final int LINES = 20;
    private static final int NAMED = 5;
    private static final String INDENT = "  ";

    private final Fields map;
    private final Map<String, String> labels = new HashMap<>();

    MapWords(Fields map) {
        this.map = map;
        map.objects("groups").forEach(group -> labels.put(group.text("id"), label(group)));
    }

    /** Accounts and resources by their names; what is between them by the way to it. */
    private static String label(Fields group) {
        return switch (group.text("level")) {
            case "account", "resource" -> group.text("name");
            default -> group.text("id");
        };
    }

    void groups(Columns table) {
        table.left("NAME")
                .left("LEVEL")
                .right("RESOURCES")
                .right("AREAS NOT LOOKED AT")
                .left("ID");
        var depths = new HashMap<String, Integer>();
        for (Fields group : map.objects("groups")) {
            int depth = group.maybeText("within")
                    .map(around -> depths.getOrDefault(around, 0) + 1)
                    .orElse(0);
            depths.put(group.text("id"), depth);
            table.row(
                    INDENT.repeat(depth) + group.text("name"),
                    group.text("level"),
                    Words.number(group.whole("count")),
                    unlooked(group),
                    group.text("id"));
        }
    }

    private static String unlooked(Fields group) {
        if (group.has("never_scanned") && group.flag("never_scanned")) {
            return "never scanned";
        }
        return group.maybeWhole("areas_not_looked_at")
                .filter(areas -> areas > 0)
                .map(Words::number)
                .orElse("");
    }

    List<String> remarks() {
        var remarks = new ArrayList<String>();
        List<Fields> lines = map.objects("links");
        if (!lines.isEmpty()) {
            remarks.add("");
            lines.stream().limit(LINES).map(this::line).forEach(remarks::add);
        }
        if (lines.size() > LINES) {
            remarks.add("and %s more: '--output json' tells all".formatted(Words.number(lines.size() - LINES)));
        }
        named("No room to open", map.texts("folded"), remarks);
        named("Not found", map.texts("not_found"), remarks);
        remarks.add("");
        remarks.add(whole());
        return remarks;
    }

    private String whole() {
        Fields coverage = map.object("coverage");
        long areas = coverage.whole("areas_not_looked_at");
        long never = coverage.whole("accounts_never_scanned");
        return Words.count(map.whole("resources"), "resource", "resources")
                + (areas == 0 ? "" : "; not looked at: " + Words.count(areas, "area", "areas"))
                + (never == 0 ? "" : "; never scanned: " + Words.count(never, "account", "accounts"));
    }

    private static void named(String what, List<String> ids, List<String> remarks) {
        if (!ids.isEmpty()) {
            remarks.add("%s: %s".formatted(what, Words.list(ids, NAMED)));
        }
    }

    private String line(Fields line) {
        Fields relations = line.object("relations");
        return "%s -> %s: %s"
                .formatted(
                        end(line.object("from")),
                        end(line.object("to")),
                        relations.json().members().entrySet().stream()
                                .map(relation -> relation.getKey() + " "
                                        + relation.getValue().text())
                                .collect(Collectors.joining(", ")));
    }

    private String end(Fields end) {
        return end.maybeText("id").map(id -> labels.getOrDefault(id, id)).orElseGet(() -> "(%s)".formatted(why(end)));
    }

    private static String why(Fields end) {
        String account = end.maybeText("account_id").map(id -> " in " + id).orElse("");
        return switch (end.text("why")) {
            case "filtered" -> "left out by the filter" + account;
            case "dangling" -> "not found" + account;
            default -> "an account that is not known:" + account.replace(" in", "");
        };
    }
}
