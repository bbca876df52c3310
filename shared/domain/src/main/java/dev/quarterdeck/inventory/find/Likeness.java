package dev.quarterdeck.inventory.find;

import dev.quarterdeck.inventory.filter.Network;
import dev.quarterdeck.kernel.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How well a resource answers to what was looked for. */
record Likeness(Degree degree, String because) {
    /** The best first: only the best found is shown. */
    enum Degree {
        EXACT,
        WITHIN,
        PART
    }

    record Name(String kind, String value) {}

    static Optional<Likeness> of(Json.Obj row, String wanted) {
        return exact(row, wanted).or(() -> within(row, wanted)).or(() -> part(row, wanted));
    }

    private static Optional<Likeness> exact(Json.Obj row, String wanted) {
        return names(row)
                .filter(name -> name.value().equalsIgnoreCase(wanted))
                .findFirst()
                .map(name -> new Likeness(Degree.EXACT, name.kind() + " " + name.value()));
    }

    private static Optional<Likeness> within(Json.Obj row, String wanted) {
        return Network.of(wanted)
                .flatMap(asked -> names(row)
                        .filter(name -> Network.of(name.value())
                                .filter(has -> has.covers(asked) || asked.covers(has))
                                .isPresent())
                        .findFirst()
                        .map(name -> new Likeness(Degree.WITHIN, name.kind() + " " + name.value())));
    }

    private static Optional<Likeness> part(Json.Obj row, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return names(row)
                .filter(name -> name.value().toLowerCase(Locale.ROOT).contains(lower))
                .findFirst()
                .map(name -> new Likeness(Degree.PART, name.kind() + " " + name.value()));
    }

    static Stream<Name> names(Json.Obj row) {
        return Stream.of(
                        Stream.of("uid", "native_id", "arn", "name")
                                .flatMap(column -> text(row, column).stream()
                                        .map(value -> new Name(column.replace('_', ' '), value))),
                        identifiers(row),
                        tags(row))
                .flatMap(names -> names);
    }

    private static Stream<Name> identifiers(Json.Obj row) {
        return row.get("identifiers").stream()
                .flatMap(list -> list instanceof Json.Arr(var items) ? items.stream() : Stream.of())
                .flatMap(item -> item instanceof Json.Obj object
                        ? Stream.of(new Name(
                                text(object, "kind").orElse(""),
                                text(object, "value").orElse("")))
                        : Stream.of());
    }

    private static Stream<Name> tags(Json.Obj row) {
        return row.get("tags").stream()
                .flatMap(tags -> tags instanceof Json.Obj(var members) ? members.entrySet().stream() : Stream.of())
                .flatMap(tag -> tag.getValue() instanceof Json.Str(var value)
                        ? Stream.of(
                                new Name("tag " + tag.getKey() + " =", value),
                                new Name("tag", tag.getKey() + "=" + value))
                        : Stream.of());
    }

    static Optional<String> text(Json.Obj row, String column) {
        return row.get(column)
                .flatMap(value -> value instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty());
    }
}
