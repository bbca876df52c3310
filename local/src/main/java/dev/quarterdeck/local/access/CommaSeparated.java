package dev.quarterdeck.local.access;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated values as spreadsheets write them: a line of names, then a line for each row; quotes around what holds commas. */
final class CommaSeparated {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private CommaSeparated() {}

    /** Whether a text begins with a line of names, one of which is known. */
    static boolean isIn(String text, Set<String> names) {
        try (CSVParser parser = parser(text)) {
            var records = parser.iterator();
            return records.hasNext()
                    && records.next().stream().map(CommaSeparated::name).anyMatch(names::contains);
        } catch (IOException | UncheckedIOException _) {
            return false; // it begins with something else that has quotation marks, such as JSON
        }
    }

    /** Each row by the place where it stands; cells that are empty are left out. */
    static SequencedMap<String, Json.Obj> rows(Path file, String text) throws IOException {
        var rows = new LinkedHashMap<String, Json.Obj>();
        List<String> names = List.of();
        long line = 0;
        try (CSVParser parser = parser(text)) {
            for (CSVRecord record : parser) {
                line = parser.getCurrentLineNumber();
                String where = where(file, line);
                if (names.isEmpty()) {
                    names = record.stream().map(CommaSeparated::name).toList();
                } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.put(where, row(names, record, where));
                }
            }
        } catch (UncheckedIOException _) {
            throw Refusal.usage("%s: a quotation mark has no partner".formatted(where(file, line + 1)));
        }
        return rows;
    }

    private static Json.Obj row(List<String> names, CSVRecord cells, String where) {
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

    /** Spreadsheets begin their files with a byte order mark. */
    private static CSVParser parser(String text) throws IOException {
        return FORMAT.parse(new StringReader(text.replaceFirst("^\uFEFF", "")));
    }

    private static String where(Path file, long line) {
        return "'%s' line %d".formatted(file, line);
    }

    /** "Account ID" is account_id. */
    private static String name(String head) {
        return head.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }
}
