package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.query.engine.Fragment;
import java.util.List;
import java.util.stream.Collectors;

/** Where a field stands in the engine's tables: a column, or a part of a column of JSON. */
final class FieldSql {
    /** Names of the row, the item and the link that fields are read from. */
    record Place(String row, String item, String link) {
        static final Place OUTERMOST = new Place("r", "", "");

        Place withItem(String name) {
            return new Place(row, name, link);
        }

        Fragment column(String name) {
            return Fragment.of("%s.\"%s\"".formatted(row, name));
        }
    }

    private FieldSql() {}

    /** The value; null where there is none. */
    static Fragment value(Field field, Place place) {
        return switch (field) {
            case Field.Column column -> column(column, place);
            case Field.Whole(var name) -> place.column(name);
            case Field.Tag(var key) -> Fragment.of("{}[{}]", place.column("tags"), key);
            case Field.Config(var path) -> Fragment.of("q_at({}, {})", place.column("config"), pointer(path));
            case Field.Item(var path) ->
                path.isEmpty()
                        ? Fragment.of("q_here(%s)".formatted(place.item()))
                        : Fragment.of("q_at(%s, {})".formatted(place.item()), pointer(path));
            case Field.Link column -> Fragment.of("%s.\"%s\"".formatted(place.link(), column.name()));
        };
    }

    private static Fragment column(Field.Column column, Place place) {
        Fragment value = place.column(column.name());
        if (column.kind() == Kind.Plain.TRI) {
            return Fragment.of("nullif({}, 'unknown')", value);
        }
        return isJson(column) ? Fragment.of("q_here({})", value) : value;
    }

    static boolean isJson(Field field) {
        return field.kind() == Kind.Plain.ANY;
    }

    /** The value as text, null where it is no text. */
    static Fragment text(Field field, Place place) {
        Fragment value = value(field, place);
        return isJson(field) ? Fragment.of("q_text({})", value) : value;
    }

    static Fragment time(Field field, Place place) {
        return isJson(field) ? Fragment.of("q_time({})", text(field, place)) : value(field, place);
    }

    static Fragment number(Field field, Place place) {
        Fragment value = value(field, place);
        return isJson(field) ? Fragment.of("q_number({})", value) : value;
    }

    private static String pointer(List<String> path) {
        return path.stream()
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
