package dev.quarterdeck.collect.json;

import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;

/** Turns JSON into the plain values that an operation's input is made of. */
public final class JavaValues {
    /** What a JSON null becomes: input has no nulls. */
    public static final Object NOTHING = new Object();

    private JavaValues() {}

    public static Object of(Json json) {
        return switch (json) {
            case Json.Null() -> NOTHING;
            case Json.Bool(var value) -> value;
            case Json.Num(var value) -> value;
            case Json.Str(var value) -> value;
            case Json.Arr(var items) -> list(items);
            case Json.Obj object -> map(object);
        };
    }

    private static List<Object> list(List<Json> items) {
        return items.stream()
                .map(JavaValues::of)
                .filter(item -> !item.equals(NOTHING))
                .toList();
    }

    private static Object map(Json.Obj object) {
        var map = new LinkedHashMap<String, Object>();
        object.members().forEach((name, value) -> {
            Object java = of(value);
            if (!java.equals(NOTHING)) {
                map.put(name, java);
            }
        });
        return map;
    }
}
