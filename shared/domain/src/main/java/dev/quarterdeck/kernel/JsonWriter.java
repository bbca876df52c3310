package dev.quarterdeck.kernel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Writes JSON text. Canonical text sorts members by UTF-16 code units and strips numbers, so that equal values read alike. */
final class JsonWriter {
    private static final int MEMBERS = 32;
    private static final int EXPECTED = 256;
    /** Numbers with more of them are written with an exponent. */
    private static final int MOST_ZEROS = 30;

    private final JsonBytes out;
    private final boolean canonical;
    /** The members of all objects that are open, those of the innermost last. */
    private String[] names = {};

    private Json[] values = {};
    private int open;

    JsonWriter(JsonBytes out, boolean canonical) {
        this.out = out;
        this.canonical = canonical;
    }

    static String write(Json value, boolean canonical) {
        var bytes = new JsonBytes(value instanceof Json.Str(var text) ? text.length() + 2 : EXPECTED);
        return (canonical ? bytes.canonical(value) : bytes.json(value)).toString();
    }

    void value(Json value) {
        // By frequency: a switch on types costs the quick compiler more than all that it chooses between.
        if (value instanceof Json.Str(var text)) {
            out.string(text);
        } else if (value instanceof Json.Obj(var members)) {
            object(members);
        } else if (value instanceof Json.Arr(var items)) {
            array(items);
        } else {
            out.plain(plain(value));
        }
    }

    private String plain(Json value) {
        return switch (value) {
            case Json.Bool(var bool) -> bool ? "true" : "false";
            case Json.Num(var number) -> canonical ? shortest(number) : number.toString();
            case Json.Null _ -> "null";
            case Json.Str _, Json.Arr _, Json.Obj _ -> throw new IllegalArgumentException("not plain: " + value);
        };
    }

    private static String shortest(BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= MOST_ZEROS) {
            return number.toString();
        }
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return Math.abs(stripped.scale()) <= MOST_ZEROS ? stripped.toPlainString() : stripped.toString();
    }

    private void array(List<Json> items) {
        out.sign('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.sign(',');
            }
            value(items.get(i));
        }
        out.sign(']');
    }

    private void object(SequencedMap<String, Json> members) {
        if (members instanceof ShapedMembers shaped) {
            object(shaped.shape(), shaped.inOrder(), 0);
            return;
        }
        int from = open;
        for (Map.Entry<String, Json> member : members.entrySet()) {
            push(member);
        }
        object(Shape.of(names, from, open), values, from);
        open = from;
    }

    private void object(Shape shape, Json[] members, int from) {
        out.sign('{');
        for (int i = 0; i < shape.size(); i++) {
            if (i > 0) {
                out.sign(',');
            }
            int member = canonical ? shape.sorted(i) : i;
            byte[] name = shape.encoded(member);
            out.copy(name, name.length);
            value(members[from + member]);
        }
        out.sign('}');
    }

    private void push(Map.Entry<String, Json> member) {
        if (open == names.length) {
            int room = Math.max(MEMBERS, open * 2);
            names = Arrays.copyOf(names, room);
            values = Arrays.copyOf(values, room);
        }
        names[open] = member.getKey();
        values[open++] = member.getValue();
    }
}
