package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of CSV that a spreadsheet may open: a text that would be a formula there begins with an apostrophe. Numbers stay
 * numbers. Who takes one apostrophe from what begins with apostrophes and such a sign has the text as it was.
 */
public final class Csv {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r]");

    private Csv() {}

    public static String line(List<Json> values) {
        return values.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    private static String cell(Json value) {
        String text = Cells.text(value);
        String harmless = value instanceof Json.Str && FORMULA.matcher(text).lookingAt() ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
