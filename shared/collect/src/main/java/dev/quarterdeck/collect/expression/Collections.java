package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;

/** Functions on lists and objects. */
final class Collections {
    private Collections() {}

    static Json contains(Json whole, Json part) {
        return switch (whole) {
            case Json.Arr(var items) -> Json.of(items.contains(part));
            case Json.Str(var text) ->
                part instanceof Json.Str(var piece) ? Json.of(text.contains(piece)) : Json.Null.VALUE;
            case Json.Null _, Json.Bool _, Json.Num _, Json.Obj _ -> Json.Null.VALUE;
        };
    }

    static Json length(Json value) {
        return switch (value) {
            case Json.Str(var text) -> Json.of(text.codePointCount(0, text.length()));
            case Json.Arr(var items) -> Json.of(items.size());
            case Json.Obj(var members) -> Json.of(members.size());
            case Json.Null _, Json.Bool _, Json.Num _ -> Json.Null.VALUE;
        };
    }

    static Json keys(Json value) {
        return value instanceof Json.Obj(var members)
                ? new Json.Arr(members.keySet().stream().<Json>map(Json::of).toList())
                : Json.Null.VALUE;
    }

    static Json values(Json value) {
        return value instanceof Json.Obj(var members) ? new Json.Arr(List.copyOf(members.values())) : Json.Null.VALUE;
    }

    static Json firstKnown(List<Json> values) {
        for (Json value : values) {
            if (!(value instanceof Json.Null)) {
                return value;
            }
        }
        return Json.Null.VALUE;
    }

    static Json type(Json value) {
        return Json.of(
                switch (value) {
                    case Json.Null _ -> "null";
                    case Json.Bool _ -> "boolean";
                    case Json.Num _ -> "number";
                    case Json.Str _ -> "string";
                    case Json.Arr _ -> "array";
                    case Json.Obj _ -> "object";
                });
    }

    static Json first(Json value) {
        return sorted(value) instanceof Json.Arr(var items) && !items.isEmpty() ? items.getFirst() : Json.Null.VALUE;
    }

    static Json last(Json value) {
        return sorted(value) instanceof Json.Arr(var items) && !items.isEmpty() ? items.getLast() : Json.Null.VALUE;
    }

    /** Lists of numbers or of texts; null for others, whose order means nothing. */
    static Json sorted(Json value) {
        if (!(value instanceof Json.Arr(var items))) {
            return Json.Null.VALUE;
        }
        var sorted = new ArrayList<>(items);
        if (items.stream().allMatch(Json.Num.class::isInstance)) {
            sorted.sort((a, b) -> ((Json.Num) a).value().compareTo(((Json.Num) b).value()));
        } else if (items.stream().allMatch(Json.Str.class::isInstance)) {
            sorted.sort((a, b) -> ((Json.Str) a).value().compareTo(((Json.Str) b).value()));
        } else {
            return Json.Null.VALUE;
        }
        return new Json.Arr(sorted);
    }
}
