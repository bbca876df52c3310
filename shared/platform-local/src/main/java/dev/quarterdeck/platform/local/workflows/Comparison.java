package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How two values of one kind are compared. */
record Comparison(Rule.Kind kind, Order order) {
    private static final Pattern PIECE = Pattern.compile("\\\\(.)|(\\*)|([^\\\\*]+)");

    /** Which outcomes of comparing are wanted; {@code MATCHES} is a pattern with stars, of texts alone. */
    enum Order {
        EQUALS("Equals"),
        LESS("LessThan"),
        GREATER("GreaterThan"),
        NOT_GREATER("LessThanEquals"),
        NOT_LESS("GreaterThanEquals"),
        MATCHES("Matches");

        private final String title;

        Order(String title) {
            this.title = title;
        }

        boolean wants(int sign) {
            return switch (this) {
                case EQUALS -> sign == 0;
                case LESS -> sign < 0;
                case GREATER -> sign > 0;
                case NOT_GREATER -> sign <= 0;
                case NOT_LESS -> sign >= 0;
                case MATCHES -> throw new IllegalStateException("a pattern is not an order");
            };
        }

        String title() {
            return title;
        }
    }

    boolean holds(Json value, Json other) {
        return switch (kind) {
            case NUMBER ->
                value instanceof Json.Num(var one)
                        && other instanceof Json.Num(var two)
                        && order.wants(one.compareTo(two));
            case TEXT -> value instanceof Json.Str(var one) && other instanceof Json.Str(var two) && texts(one, two);
            case TRUTH -> value instanceof Json.Bool && value.equals(other);
            case TIME ->
                time(value)
                        .flatMap(one -> time(other).map(one::compareTo))
                        .filter(order::wants)
                        .isPresent();
            case NULL -> throw new IllegalStateException("nothing is compared with null");
        };
    }

    private boolean texts(String one, String two) {
        return order == Order.MATCHES ? pattern(two).matcher(one).matches() : order.wants(one.compareTo(two));
    }

    /** A star stands for anything; behind a backslash it is a star. */
    private static Pattern pattern(String stars) {
        return Pattern.compile(
                PIECE.matcher(stars).results().map(Comparison::piece).collect(Collectors.joining()), Pattern.DOTALL);
    }

    private static String piece(MatchResult piece) {
        if (piece.group(2) != null) {
            return ".*";
        }
        return Pattern.quote(piece.group(1) == null ? piece.group(3) : piece.group(1));
    }

    static Optional<Instant> time(Json value) {
        try {
            return value instanceof Json.Str(var text) ? Optional.of(Until.instant(text)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
