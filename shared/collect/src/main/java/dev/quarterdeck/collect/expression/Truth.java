package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;

/** JMESPath's truth: false, null, '', [] and {} are false, all else is true. */
final class Truth {
    private Truth() {}

    static boolean of(Json value) {
        return switch (value) {
            case Json.Null _ -> false;
            case Json.Bool(var bool) -> bool;
            case Json.Str(var text) -> !text.isEmpty();
            case Json.Arr(var items) -> !items.isEmpty();
            case Json.Obj(var members) -> !members.isEmpty();
            case Json.Num _ -> true;
        };
    }
}
