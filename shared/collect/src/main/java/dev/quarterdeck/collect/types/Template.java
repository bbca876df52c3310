package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text with {@code {expression}} holes, or a bare expression where it has none. A hole without a value leaves no text. */
public record Template(String source, List<Part> parts) {
    public Template {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    public record Words(String text) implements Part {}

    public record Hole(Expression expression) implements Part {}

    public static Template parse(String source) {
        if (source.indexOf('{') < 0) {
            return new Template(source, List.of(new Hole(Expression.parse(source))));
        }
        var parts = new ArrayList<Part>();
        int at = 0;
        for (int open = source.indexOf('{'); open >= 0; open = source.indexOf('{', at)) {
            int close = source.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("'{' without '}': '%s'".formatted(source));
            }
            if (open > at) {
                parts.add(new Words(source.substring(at, open)));
            }
            parts.add(new Hole(Expression.parse(source.substring(open + 1, close))));
            at = close + 1;
        }
        if (at < source.length()) {
            parts.add(new Words(source.substring(at)));
        }
        return new Template(source, parts);
    }

    /** The filled text, or nothing where a hole has no value. */
    public Optional<String> fill(Scope scope) {
        var text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Words(var words) -> text.append(words);
                case Hole(var expression) -> {
                    Optional<String> value = expression.text(scope);
                    if (value.isEmpty()) {
                        return value;
                    }
                    text.append(value.get());
                }
            }
        }
        return Optional.of(text.toString());
    }
}
