package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.json.JavaValues;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** An operation's input: constants, and expressions over the resource so far. */
public record Arguments(SequencedMap<String, Argument> members) {
    public static final Arguments NONE = new Arguments(new LinkedHashMap<>());

    public sealed interface Argument {}

    public record Constant(Object value) implements Argument {}

    public record Computed(Expression expression) implements Argument {}

    public record Several(List<Argument> items) implements Argument {}

    public record Nested(Arguments members) implements Argument {}

    /** From catalog JSON: a text that begins with {@code =} is an expression, everything else stands for itself. */
    public static Arguments from(Json.Obj object) {
        var members = new LinkedHashMap<String, Argument>();
        object.members().forEach((name, value) -> members.put(name, argument(value)));
        return new Arguments(members);
    }

    private static Argument argument(Json value) {
        return switch (value) {
            case Json.Str(var text) when text.startsWith("=") -> new Computed(Expression.parse(text.substring(1)));
            case Json.Arr(var items) ->
                new Several(items.stream().map(Arguments::argument).toList());
            case Json.Obj object -> new Nested(from(object));
            case Json other -> new Constant(JavaValues.of(other));
        };
    }

    /** What stands in a list of constants. */
    public List<Object> constants(String name) {
        return members.get(name) instanceof Several(var items)
                ? items.stream()
                        .flatMap(item -> item instanceof Constant(var value) ? Stream.of(value) : Stream.of())
                        .toList()
                : List.of();
    }

    /** The input to send; members whose expression gives nothing are left out. */
    public Map<String, Object> resolve(Scope scope) {
        var input = new LinkedHashMap<String, Object>();
        members.forEach((name, argument) -> {
            Object value = value(argument, scope);
            if (!value.equals(JavaValues.NOTHING)) {
                input.put(name, value);
            }
        });
        return input;
    }

    private static Object value(Argument argument, Scope scope) {
        return switch (argument) {
            case Constant(var value) -> value;
            case Computed(var expression) -> JavaValues.of(expression.evaluate(scope));
            case Several(var items) ->
                items.stream()
                        .map(item -> value(item, scope))
                        .filter(item -> !item.equals(JavaValues.NOTHING))
                        .toList();
            case Nested(var nested) -> nested.resolve(scope);
        };
    }
}
