package dev.quarterdeck.local.access;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** Comma-separated values as spreadsheets write them: a line of names, then a line for each row; quotes around what holds commas. */
final class CommaSeparated {
    private CommaSeparated() {}

    /** Whether a text begins with a line of names, one of which is known. */
    static boolean isIn(String text, Set<String> names) {
        return lines(text)
                .findFirst()
                .filter(head -> !head.startsWith("{"))
                .flatMap(CommaSeparated::cells)
                .filter(cells -> cells.stream().map(CommaSeparated::name).anyMatch(names::contains))
                .isPresent();
    }

    /** Each row by the place where it stands; cells that are empty are left out. */
    static SequencedMap<String, Json.Obj> rows(Path file, String text) {
        var rows = new LinkedHashMap<String, Json.Obj>();
        List<String> names = List.of();
        int number = 0;
        for (String line : text.lines().map(CommaSeparated::stripped).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String where = "'%s' line %d".formatted(file, number);
            List<String> cells = cells(line)
                    .orElseThrow(() -> Refusal.usage("%s: a quotation mark has no partner".formatted(where)));
            if (names.isEmpty()) {
                names = cells.stream().map(CommaSeparated::name).toList();
            } else {
                rows.put(where, row(names, cells, where));
            }
        }
        return rows;
    }

    private static Json.Obj row(List<String> names, List<String> cells, String where) {
        if (cells.size() > names.size()) {
            throw Refusal.usage("%s: %d values under %d names".formatted(where, cells.size(), names.size()));
        }
        var members = new LinkedHashMap<String, Json>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                members.put(names.get(i), Json.of(cells.get(i).strip()));
            }
        }
        return Json.of(members);
    }

    /** Empty where a quotation mark has no partner. */
    private static Optional<List<String>> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return quoted ? Optional.empty() : Optional.of(cells);
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(CommaSeparated::stripped).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    /** Spreadsheets begin their files with a byte order mark. */
    private static String stripped(String line) {
        return line.replaceFirst("^\uFEFF", "").strip();
    }

    /** "Account ID" is account_id. */
    private static String name(String head) {
        return head.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }
}
