package dev.quarterdeck.local;

import dev.quarterdeck.inventory.find.Found;
import dev.quarterdeck.inventory.find.Match;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Style;
import dev.quarterdeck.local.report.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found, for people or for programs. */
final class FindReport {
    private static final int TIES_SHOWN = 25;
    private static final String INDENT = "  ";

    private final Shell shell;
    private final Form form;
    private final Style style;
    private final PrintWriter out;

    FindReport(Shell shell, Form form) {
        this.shell = shell;
        this.form = form;
        this.style = shell.screen().outputStyle();
        this.out = shell.out();
    }

    /** What was looked through: when it was scanned, as people say it, and what could not be looked at. */
    record Source(String when, List<String> blind) {
        static Source of(FactFolder facts) {
            long gaps = facts.run()
                    .get("gaps")
                    .map(value -> value instanceof Json.Num(var number) ? number.longValue() : 0L)
                    .orElse(0L);
            String ended =
                    text(facts.run(), "ended_at").map(FindReport::toTheSecond).orElse("an unknown time");
            return new Source("the scan of " + ended, blind(gaps, 0));
        }

        static Source of(Fields answer) {
            String when =
                    answer.maybeText("at").map(at -> "what was known at " + at).orElse("all that is known");
            return new Source(when, blind(answer.whole("areas_not_looked_at"), answer.whole("accounts_never_scanned")));
        }

        private static List<String> blind(long areas, long accounts) {
            var blind = new ArrayList<String>();
            if (areas > 0) {
                blind.add("%s could not be looked at".formatted(Words.count(areas, "area", "areas")));
            }
            if (accounts > 0) {
                blind.add("%s never scanned".formatted(Words.count(accounts, "account was", "accounts were")));
            }
            return blind;
        }

        /** Not found is only worth something where somebody looked. */
        String ending() {
            return blind.isEmpty() ? "." : "; " + String.join(", ", blind) + ".";
        }
    }

    void show(String wanted, Found found, Source source) {
        tellOfMore(found);
        switch (form) {
            case table -> table(wanted, found, source);
            case csv -> CsvList.print(found.matches().stream().map(Match::json).toList(), out);
            case ndjson ->
                found.matches().forEach(match -> out.println(match.json().text()));
            case json ->
                out.println(
                        Json.of(found.matches().stream().<Json>map(Match::json).toList())
                                .text());
        }
    }

    private void table(String wanted, Found found, Source source) {
        found.matches().forEach(this::card);
        if (!found.pointing().isEmpty()) {
            out.println("Not known itself, but these refer to it:");
            ties(found.pointing()).lines(shell.screen().width() - 2, style).forEach(line -> out.println(INDENT + line));
            out.println();
        }
        out.println(style.dim(
                found.matches().isEmpty()
                        ? "Nothing answers to '%s' in %s%s".formatted(wanted, source.when(), source.ending())
                        : "%s%s for '%s' in %s"
                                .formatted(
                                        Words.count(found.matches().size(), "resource", "resources"),
                                        found.more() > 0 ? " of %s".formatted(Words.number(all(found))) : "",
                                        wanted,
                                        source.when())));
    }

    private static long all(Found found) {
        return found.matches().size() + found.more();
    }

    /** Programs read all that is printed as all there is: whoever runs them is told elsewhere that it is not. */
    private void tellOfMore(Found found) {
        if (found.more() > 0) {
            shell.err()
                    .println("These are %s of %s: look for something that fewer resources have"
                            .formatted(Words.number(found.matches().size()), Words.number(all(found))));
        }
    }

    private static String toTheSecond(String instant) {
        return instant.replaceFirst("\\.\\d+", "");
    }

    private void card(Match match) {
        Json.Obj row = match.resource();
        String name = text(row, "name").orElse("");
        String id = text(row, "native_id")
                .filter(other -> !other.equals(name))
                .map(other -> " (" + other + ")")
                .orElse("");
        out.println(style.accent(text(row, "type").orElse("")) + "  " + style.bold(name) + id);
        var columns = new Columns().left("").left("");
        columns.row("account", account(row));
        columns.row("region", place(row));
        columns.row("state", state(row));
        text(row, "arn").ifPresent(arn -> columns.row("arn", arn));
        columns.row("matched", match.because());
        columns.row(
                "looked at", text(row, "looked_at").map(FindReport::toTheSecond).orElse(""));
        columns.lines(shell.screen().width() - 2, style).forEach(line -> out.println(INDENT + line));
        section("used by", match.usedBy());
        section("uses", match.uses());
        out.println();
    }

    private static String account(Json.Obj row) {
        return text(row, "account_id").orElse("")
                + text(row, "account_name").map(name -> " (" + name + ")").orElse("")
                + text(row, "ou_path").map(path -> " in " + path).orElse("");
    }

    private static String place(Json.Obj row) {
        return text(row, "region").orElse("")
                + text(row, "az").map(" / "::concat).orElse("");
    }

    private static String state(Json.Obj row) {
        var words = new ArrayList<String>();
        text(row, "state").ifPresent(words::add);
        text(row, "public").ifPresent(open -> words.add("public: " + open));
        text(row, "encrypted").ifPresent(encrypted -> words.add("encrypted: " + encrypted));
        text(row, "origin").filter(origin -> !origin.equals("customer")).ifPresent(words::add);
        text(row, "stack").ifPresent(stack -> words.add("stack " + stack));
        return String.join(" · ", words);
    }

    private void section(String title, List<Match.Tie> ties) {
        if (!ties.isEmpty()) {
            out.println(INDENT + style.dim(title));
            ties(ties).lines(shell.screen().width() - 4, style).forEach(line -> out.println(INDENT + INDENT + line));
        }
        if (ties.size() > TIES_SHOWN) {
            out.println(INDENT + INDENT + style.dim("and %s more".formatted(Words.number(ties.size() - TIES_SHOWN))));
        }
    }

    private static Columns ties(List<Match.Tie> ties) {
        var columns = new Columns().left("").left("").left("").left("");
        ties.stream()
                .limit(TIES_SHOWN)
                .forEach(tie -> columns.row(
                        tie.rel(), tie.type().isEmpty() ? "not known" : tie.type(), tie.name(), tie.account()));
        return columns;
    }

    private static Optional<String> text(Json.Obj row, String column) {
        return row.get(column)
                .flatMap(value -> value instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty());
    }
}
