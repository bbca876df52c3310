package dev.quarterdeck.local.serve;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Filters as people type them, made of what stands in the rows that they are asked of: most find something. */
final class RandomTexts {
    private static final List<String> COLUMNS = List.of(
            "type",
            "service",
            "name",
            "account_id",
            "account_name",
            "environment",
            "region",
            "az",
            "state",
            "native_id");
    private static final List<String> WORDS = List.of("origin", "depth", "public", "encrypted");

    private final Random random;
    private final List<Json.Obj> rows;

    RandomTexts(Random random, List<Json.Obj> rows) {
        this.random = random;
        this.rows = rows;
    }

    String next(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 5 -> "(%s and %s)".formatted(next(depth - 1), next(depth - 1));
            case 6 -> "(%s or %s)".formatted(next(depth - 1), next(depth - 1));
            case 7 -> "not (%s)".formatted(next(depth - 1));
            case 8 -> "%s(%s)".formatted(one(List.of("uses", "used_by")), next(0));
            default -> test(Fields.of(one(rows)));
        };
    }

    private String test(Fields row) {
        return switch (random.nextInt(8)) {
            case 0 -> tag(row);
            case 1, 2 -> config(row);
            case 3 -> identifier(row);
            case 4 ->
                row.maybeText("created_at")
                        .map(at -> "created_at %s %s".formatted(one(List.of("<", ">=", "=")), at))
                        .orElse("created_at unknown");
            case 5 -> word(row);
            default -> column(row);
        };
    }

    private String column(Fields row) {
        String column = one(COLUMNS);
        return row.maybeText(column)
                .map(value -> switch (random.nextInt(4)) {
                    case 0 -> "%s != %s".formatted(column, quoted(value));
                    case 1 -> "%s contains %s".formatted(column, quoted(value.substring(value.length() / 2)));
                    case 2 -> "%s in (%s, %s)".formatted(column, quoted(value), quoted(value));
                    default -> "%s = %s".formatted(column, quoted(value));
                })
                .orElse(column + " unknown");
    }

    private String word(Fields row) {
        String column = one(WORDS);
        return row.maybeText(column)
                .filter(word -> !word.equals("unknown"))
                .map(word -> "%s = %s".formatted(column, word))
                .orElse(column + " unknown");
    }

    private String tag(Fields row) {
        Map<String, Json> tags =
                row.json().get("tags").orElse(Json.Null.VALUE) instanceof Json.Obj all ? all.members() : Map.of();
        if (tags.isEmpty()) {
            return "tag.team unknown";
        }
        String key = one(List.copyOf(tags.keySet()));
        return random.nextBoolean()
                ? "tag.%s exists".formatted(quoted(key))
                : "tag.%s = %s".formatted(quoted(key), value(tags.getOrDefault(key, Json.Null.VALUE)));
    }

    /** A way into config to a value that is there. */
    private String config(Fields row) {
        var path = new ArrayList<String>();
        Json at = row.json().get("config").orElseThrow();
        while (at instanceof Json.Obj object && !object.members().isEmpty()) {
            String name = one(List.copyOf(object.members().keySet()));
            path.add(quoted(name));
            at = object.get(name).orElseThrow();
        }
        String field = path.stream().collect(Collectors.joining(".", "config.", ""));
        return switch (at) {
            case Json.Num number -> "%s %s %s".formatted(field, one(List.of("=", "<=", ">")), plain(number));
            case Json.Str _, Json.Bool _ -> "%s %s %s".formatted(field, one(List.of("=", "!=")), value(at));
            default -> field + " exists";
        };
    }

    private static String plain(Json.Num number) {
        return number.value().toPlainString();
    }

    private String identifier(Fields row) {
        List<Fields> all = row.objects("identifiers");
        return all.isEmpty()
                ? "identifiers exists"
                : "any(identifiers, it.value = %s)".formatted(quoted(one(all).text("value")));
    }

    private static String value(Json json) {
        return json instanceof Json.Str(var text) ? quoted(text) : json.text();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
