package dev.quarterdeck.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes JSON text. Canonical text sorts members by UTF-16 code units and strips numbers, so that equal values read alike. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";
    private final StringBuilder out = new StringBuilder();
    private final boolean canonical;

    private JsonWriter(boolean canonical) {
        this.canonical = canonical;
    }

    static String write(Json value, boolean canonical) {
        var writer = new JsonWriter(canonical);
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Json value) {
        switch (value) {
            case Json.Null _ -> out.append("null");
            case Json.Bool(var bool) -> out.append(bool);
            case Json.Num(var number) -> out.append(canonical ? shortest(number) : number.toString());
            case Json.Str(var text) -> string(text);
            case Json.Arr arr -> array(arr);
            case Json.Obj obj -> object(obj);
        }
    }

    private static String shortest(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return Math.abs(stripped.scale()) <= 30 ? stripped.toPlainString() : stripped.toString();
    }

    private void array(Json.Arr arr) {
        out.append('[');
        for (int i = 0; i < arr.items().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(arr.items().get(i));
        }
        out.append(']');
    }

    private void object(Json.Obj obj) {
        out.append('{');
        boolean first = true;
        for (var member : canonical ? sorted(obj.members()) : obj.members().entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey());
            out.append(':');
            value(member.getValue());
        }
        out.append('}');
    }

    /** By UTF-16 code units, as String compares. */
    private static List<Map.Entry<String, Json>> sorted(Map<String, Json> members) {
        var entries = new ArrayList<>(members.entrySet());
        entries.sort(Map.Entry.comparingByKey());
        return entries;
    }

    private void string(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, from, i);
                escaped(c);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
