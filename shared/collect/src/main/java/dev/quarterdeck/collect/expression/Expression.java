package dev.quarterdeck.collect.expression;

import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.kernel.Json;
import java.util.Optional;
import java.util.stream.Stream;

/** An expression, parsed once and evaluated for each resource. It never fails: what makes no sense gives JSON null. */
public record Expression(String source, Node node) {

    /** @throws ExpressionException if the text is no expression */
    public static Expression parse(String source) {
        return new Expression(source, new Parser(source).parse());
    }

    public Json evaluate(Scope scope) {
        return node.evaluate(scope.self(), scope);
    }

    /** With another current value than the resource itself, such as one element of its lists. */
    public Json evaluate(Json current, Scope scope) {
        return node.evaluate(current, scope);
    }

    /** The value as text; nothing for null, empty text, lists and objects. */
    public Optional<String> text(Scope scope) {
        return text(evaluate(scope));
    }

    public boolean holds(Scope scope) {
        return Truth.of(evaluate(scope));
    }

    /** Yes for true or 'true', no for false or 'false', else unknown. */
    public Tri tri(Scope scope) {
        return switch (evaluate(scope)) {
            case Json.Bool(var value) -> Tri.of(value);
            case Json.Str(var text) when text.equalsIgnoreCase("true") -> Tri.YES;
            case Json.Str(var text) when text.equalsIgnoreCase("false") -> Tri.NO;
            default -> Tri.UNKNOWN;
        };
    }

    /** What is text of a value; nothing for null, empty text, lists and objects. */
    public static Optional<String> text(Json value) {
        if (value instanceof Json.Str(var text)) { // nearly always, and quicker than a switch on types
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        return switch (value) {
            case Json.Num(var number) -> Optional.of(number.toPlainString());
            case Json.Bool(var bool) -> Optional.of(Boolean.toString(bool));
            case Json.Null _, Json.Str _, Json.Arr _, Json.Obj _ -> Optional.empty();
        };
    }

    /** The expression's nodes, itself first. */
    public Stream<Node> nodes() {
        return node.all();
    }

    @Override
    public String toString() {
        return source;
    }
}
