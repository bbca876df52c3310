package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.Order;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Fragment;
import dev.quarterdeck.query.lists.FieldSql.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing a list is sorted by. {@code reader} makes a value of a position into one that can be compared with it. */
record Key(Fragment value, String reader, boolean descending) {
    private static final String PLAIN = "{}";
    private static final Order TIE = new Order(new Field.Column("uid", Kind.Plain.TEXT), false);

    /** By these, and by uid where they do not tell rows apart. */
    static List<Key> of(List<Order> order) {
        return Stream.concat(order.stream(), Stream.of(TIE))
                .flatMap(one -> keys(one.field(), one.descending()))
                .toList();
    }

    /** What AWS answered may be numbers or texts: numbers first, by their value. */
    private static Stream<Key> keys(Field field, boolean descending) {
        Place place = Place.OUTERMOST;
        Fragment value = FieldSql.value(field, place);
        return switch (field.kind()) {
            case Kind.Plain.ANY ->
                Stream.of(
                        new Key(FieldSql.number(field, place), "q_decimal({})", descending),
                        new Key(Fragment.of("({}->>'$')", value), PLAIN, descending));
            case Kind.Plain.TIME -> Stream.of(new Key(value, "q_time({})", descending));
            case Kind.Plain.MONEY -> Stream.of(new Key(value, "q_decimal({})", descending));
            default -> Stream.of(new Key(value, PLAIN, descending));
        };
    }

    static Fragment sorted(List<Key> keys) {
        return Fragment.of(
                "ORDER BY {}", Fragment.joined(keys.stream().map(Key::order).toList(), ", "));
    }

    private Fragment order() {
        return Fragment.of("{} " + (descending ? "DESC" : "ASC") + " NULLS LAST", value);
    }

    /** What comes after a row whose keys had these values. */
    static Fragment after(List<Key> keys, List<Json> values) {
        Fragment after = Fragment.of("FALSE");
        for (int i = keys.size() - 1; i >= 0; i--) {
            after = keys.get(i).after(text(values.get(i)), after);
        }
        return after;
    }

    private Fragment after(Optional<String> last, Fragment otherwise) {
        return last.map(text -> {
                    Fragment bound = Fragment.of(reader, text);
                    return Fragment.of(
                            "({} " + (descending ? "<" : ">") + " {} OR {} IS NULL OR ({} = {} AND {}))",
                            value,
                            bound,
                            value,
                            value,
                            bound,
                            otherwise);
                })
                .orElseGet(() -> Fragment.of("({} IS NULL AND {})", value, otherwise));
    }

    private static Optional<String> text(Json value) {
        return switch (value) {
            case Json.Null _ -> Optional.empty();
            case Json.Str(var text) -> Optional.of(text);
            default -> Optional.of(value.text());
        };
    }
}
