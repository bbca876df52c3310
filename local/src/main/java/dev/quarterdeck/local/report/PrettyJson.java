package dev.quarterdeck.local.report;

import dev.quarterdeck.kernel.Json;
import java.util.Iterator;
import java.util.Map;

/** JSON with line breaks, for people to read and for files that people edit. */
public final class PrettyJson {
    private final StringBuilder out = new StringBuilder();

    private PrettyJson() {}

    public static String of(Json value) {
        var pretty = new PrettyJson();
        pretty.value(value, "");
        return pretty.out.toString();
    }

    private void value(Json value, String indent) {
        switch (value) {
            case Json.Obj(var members) when !members.isEmpty() -> object(members, indent);
            case Json.Arr(var items) when !items.isEmpty() -> array(items.iterator(), indent);
            case Json other -> out.append(other.text());
        }
    }

    private void object(Map<String, Json> members, String indent) {
        out.append("{\n");
        Iterator<Map.Entry<String, Json>> entries = members.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Json> entry = entries.next();
            out.append(indent)
                    .append("  ")
                    .append(Json.of(entry.getKey()).text())
                    .append(": ");
            value(entry.getValue(), indent + "  ");
            out.append(entries.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append('}');
    }

    private void array(Iterator<Json> items, String indent) {
        out.append("[\n");
        while (items.hasNext()) {
            out.append(indent).append("  ");
            value(items.next(), indent + "  ");
            out.append(items.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append(']');
    }
}
