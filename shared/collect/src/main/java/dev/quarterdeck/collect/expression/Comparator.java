package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;

/** Equality is deep and numbers count by value; order is for numbers only, anything else gives null. */
public enum Comparator {
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    Json apply(Json left, Json right) {
        return switch (this) {
            case EQUAL -> Json.of(left.equals(right));
            case UNEQUAL -> Json.of(!left.equals(right));
            case LESS, AT_MOST, MORE, AT_LEAST ->
                left instanceof Json.Num(var a) && right instanceof Json.Num(var b)
                        ? Json.of(holds(a.compareTo(b)))
                        : Json.Null.VALUE;
        };
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    static Comparator of(String sign) {
        for (Comparator comparator : values()) {
            if (comparator.sign.equals(sign)) {
                return comparator;
            }
        }
        throw new IllegalArgumentException("no comparison: '%s'".formatted(sign));
    }
}
