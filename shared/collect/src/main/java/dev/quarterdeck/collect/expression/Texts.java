package dev.quarterdeck.collect.expression;

import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.kernel.Arn;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Functions on text. */
final class Texts {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private Texts() {}

    static Json both(List<Json> values, BiPredicate<String, String> test) {
        return values.get(0) instanceof Json.Str(var text) && values.get(1) instanceof Json.Str(var other)
                ? Json.of(test.test(text, other))
                : Json.Null.VALUE;
    }

    static Json join(Json separator, Json list) {
        if (!(separator instanceof Json.Str(var between)) || !(list instanceof Json.Arr(var items))) {
            return Json.Null.VALUE;
        }
        var texts = new ArrayList<String>(items.size());
        for (Json item : items) {
            if (!(string(item) instanceof Json.Str(var text))) {
                return Json.Null.VALUE;
            }
            texts.add(text);
        }
        return Json.of(String.join(between, texts));
    }

    static Json string(Json value) {
        return switch (value) {
            case Json.Null _, Json.Str _ -> value;
            case Json.Num _, Json.Bool _, Json.Arr _, Json.Obj _ -> Json.of(value.text());
        };
    }

    static Json number(Json value) {
        return switch (value) {
            case Json.Num _ -> value;
            case Json.Str(var text)
            when text.indexOf(':') < 0 && NUMBER.matcher(text).matches() -> new Json.Num(new BigDecimal(text));
            case Json.Str _, Json.Null _, Json.Bool _, Json.Arr _, Json.Obj _ -> Json.Null.VALUE;
        };
    }

    static Json parsed(Json value) {
        return switch (value) {
            case Json.Str(var text) -> JsonReader.read(text).orElse(Json.Null.VALUE);
            case Json.Null _, Json.Num _, Json.Bool _, Json.Arr _, Json.Obj _ -> value;
        };
    }

    static Json lastSegment(Json value) {
        if (!(value instanceof Json.Str(var text))) {
            return Json.Null.VALUE;
        }
        int at = text.lastIndexOf('/');
        return Json.of(text.substring((at < 0 ? text.lastIndexOf(':') : at) + 1));
    }

    static Json tag(Json key, Scope scope) {
        return key instanceof Json.Str(var text) ? scope.around().tag(text) : Json.Null.VALUE;
    }

    /** All pieces of a text, or the one asked for. */
    static Json pieces(List<Json> values) {
        if (!(values.get(0) instanceof Json.Str(var text))
                || !(values.get(1) instanceof Json.Str(var separator))
                || separator.isEmpty()) {
            return Json.Null.VALUE;
        }
        List<Json> pieces = Stream.of(text.split(Pattern.quote(separator), -1))
                .<Json>map(Json::of)
                .toList();
        if (values.size() == 2) {
            return new Json.Arr(pieces);
        }
        return values.get(2) instanceof Json.Num(var index)
                        && index.signum() >= 0
                        && index.compareTo(BigDecimal.valueOf(pieces.size())) < 0
                ? pieces.get(index.intValue())
                : Json.Null.VALUE;
    }

    static Json arnPart(Json value, Json part) {
        if (!(value instanceof Json.Str(var text)) || !(part instanceof Json.Str(var name))) {
            return Json.Null.VALUE;
        }
        return Arn.parse(text).<Json>map(arn -> Json.of(ArnPart.of(arn, name))).orElse(Json.Null.VALUE);
    }

    static Json lower(Json value) {
        return value instanceof Json.Str(var text) ? Json.of(text.toLowerCase(Locale.ROOT)) : Json.Null.VALUE;
    }
}
