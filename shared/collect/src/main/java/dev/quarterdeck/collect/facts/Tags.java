package dev.quarterdeck.collect.facts;

import dev.quarterdeck.kernel.Json;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tags in each of the forms in which AWS gives them. */
final class Tags {
    static final String RESERVED = "aws:";

    private Tags() {}

    /** All of them, sorted by key. */
    static SequencedMap<String, String> read(Json value) {
        var tags = new TreeMap<String, String>();
        switch (value) {
            case Json.Arr(var items) -> items.forEach(item -> entry(item, tags));
            case Json.Obj(var members) -> members.forEach((key, text) -> put(tags, Json.of(key), text));
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> {}
        }
        return tags;
    }

    /** The value of one of them as JSON text, or JSON null. */
    static Json value(String key, Json value) {
        String text = read(value).get(key);
        return text == null ? Json.Null.VALUE : Json.of(text);
    }

    private static void entry(Json item, SequencedMap<String, String> tags) {
        if (item instanceof Json.Obj(var members)) {
            put(tags, first(members, "Key", "key", "TagKey"), first(members, "Value", "value", "TagValue"));
        }
    }

    private static @Nullable Json first(SequencedMap<String, Json> members, String... names) {
        for (String name : names) {
            Json value = members.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** A tag without a value is one with an empty value. */
    private static void put(SequencedMap<String, String> tags, @Nullable Json key, @Nullable Json value) {
        if (key instanceof Json.Str(var name)) {
            tags.put(name, value instanceof Json.Str(var text) ? text : "");
        }
    }
}
