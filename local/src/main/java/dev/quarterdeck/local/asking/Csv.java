package dev.quarterdeck.local.asking;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV that a spreadsheet may open: what would be a formula there stays a text. */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    public static String line(List<Json> values) {
        return values.stream()
                .map(value -> cell(Cells.text(value), value instanceof Json.Str))
                .collect(Collectors.joining(","));
    }

    private static String cell(String text, boolean typed) {
        String harmless = typed && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
