package dev.quarterdeck.wire.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that tell how to ask for the next page, caught while a page streams by. */
final class PageTokens {
    private final List<String> expressions;
    private final Optional<String> more;
    private final Map<String, List<Integer>> alternatives = new LinkedHashMap<>();
    private final List<@Nullable JavaValues> captured = new ArrayList<>();

    PageTokens(List<String> expressions, Optional<String> more, Branch root) {
        this.expressions = List.copyOf(expressions);
        this.more = more;
        expressions.forEach(expression -> lead(expression, root));
        more.ifPresent(expression -> lead(expression, root));
    }

    private void lead(String expression, Branch root) {
        List<Integer> numbers = new ArrayList<>();
        for (String alternative : expression.split("\\|\\|", -1)) {
            numbers.add(captured.size());
            root.leadToToken(alternative, captured.size());
            captured.add(null);
        }
        alternatives.put(expression, numbers);
    }

    JavaValues capture(int number) {
        JavaValues values = new JavaValues();
        captured.set(number, values);
        return values;
    }

    void forget(int number) {
        captured.set(number, null);
    }

    /** The tokens that there are, by expression. */
    Map<String, Object> tokens() {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String expression : expressions) {
            Object value = value(expression);
            if (value != null) {
                found.put(expression, value);
            }
        }
        return found;
    }

    boolean more() {
        return more.isEmpty() || value(more.get()) != null;
    }

    private @Nullable Object value(String expression) {
        for (int number : alternatives.getOrDefault(expression, List.of())) {
            JavaValues values = captured.get(number);
            Object value = values == null ? null : values.value();
            if (value != null && !isEmpty(value)) {
                return value;
            }
        }
        return null;
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case Boolean bool -> !bool;
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }
}
