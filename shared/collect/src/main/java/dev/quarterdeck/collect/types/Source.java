package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.ExpressionException;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An object of the compiled catalog, read member by member; what is wrong is told with the place where it stands. */
record Source(Json.Obj object, String place) {

    Optional<Json> find(String name) {
        return object.get(name).filter(value -> !(value instanceof Json.Null));
    }

    String text(String name) {
        return findText(name)
                .orElseThrow(() -> new IllegalArgumentException("%s: no text '%s'".formatted(place, name)));
    }

    Optional<String> findText(String name) {
        return find(name).flatMap(value -> value instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty());
    }

    boolean flag(String name) {
        return find(name).filter(Json.Bool.TRUE::equals).isPresent();
    }

    int number(String name) {
        return find(name)
                .flatMap(value ->
                        value instanceof Json.Num(var number) ? Optional.of(number.intValueExact()) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("%s: no number '%s'".formatted(place, name)));
    }

    Optional<Expression> findExpression(String name) {
        return parsed(name, Expression::parse);
    }

    Expression expression(String name) {
        return findExpression(name)
                .orElseThrow(() -> new IllegalArgumentException("%s: no expression '%s'".formatted(place, name)));
    }

    <T> Optional<T> parsed(String name, Function<String, T> parse) {
        return findText(name).map(text -> at(name, text, parse));
    }

    /** One text, or a list of them. */
    List<String> texts(String name) {
        return find(name).stream()
                .flatMap(value -> value instanceof Json.Arr(var items) ? items.stream() : Stream.of(value))
                .flatMap(value -> value instanceof Json.Str(var text) ? Stream.of(text) : Stream.of())
                .toList();
    }

    <T> List<T> eachParsed(String name, Function<String, T> parse) {
        return texts(name).stream().map(text -> at(name, text, parse)).toList();
    }

    Optional<Source> findObject(String name) {
        return find(name)
                .flatMap(value -> value instanceof Json.Obj member
                        ? Optional.of(new Source(member, place + "." + name))
                        : Optional.empty());
    }

    Source need(String name) {
        return findObject(name)
                .orElseThrow(() -> new IllegalArgumentException("%s: no object '%s'".formatted(place, name)));
    }

    List<Source> objects(String name) {
        return find(name).stream()
                .flatMap(value -> value instanceof Json.Arr(var items) ? items.stream() : Stream.of())
                .flatMap(item -> item instanceof Json.Obj member
                        ? Stream.of(new Source(member, place + "." + name))
                        : Stream.of())
                .toList();
    }

    private <T> T at(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (ExpressionException e) {
            throw new IllegalArgumentException("%s.%s: %s".formatted(place, name, e.getMessage()), e);
        }
    }
}
