package dev.quarterdeck.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A JSON value. Objects keep the order in which members came; canonical form sorts them (RFC 8785 order). */
public sealed interface Json {
    record Null() implements Json {
        public static final Null VALUE = new Null();
    }

    record Bool(boolean value) implements Json {
        public static final Bool TRUE = new Bool(true);
        public static final Bool FALSE = new Bool(false);
    }

    /** A number; 1, 1.0 and 1e0 are equal. */
    record Num(BigDecimal value) implements Json {
        @Override
        public boolean equals(Object other) {
            return other instanceof Num num && value.compareTo(num.value) == 0;
        }

        @Override
        public int hashCode() {
            return value.signum() == 0 ? 0 : value.stripTrailingZeros().hashCode();
        }
    }

    record Str(String value) implements Json {}

    /** An array. The list given is taken over, not copied: it must not change afterwards. */
    record Arr(List<Json> items) implements Json {}

    /** An object. The map given is taken over, not copied: it must not change afterwards. */
    record Obj(SequencedMap<String, Json> members) implements Json {
        public static final Obj EMPTY = new Obj(new LinkedHashMap<>());

        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** The members from one place to another; of those that share a name the last one counts. */
        public static Obj of(String[] names, Json[] values, int from, int to) {
            if (to - from <= Shape.LARGEST) {
                Shape shape = Shape.of(names, from, to);
                if (shape.isDistinct()) {
                    return new Obj(new ShapedMembers(shape, Arrays.copyOfRange(values, from, to)));
                }
            }
            var members = new LinkedHashMap<String, Json>();
            for (int i = from; i < to; i++) {
                members.put(names[i], values[i]);
            }
            return new Obj(members);
        }

        /** This object with one member set. */
        public Obj with(String name, Json value) {
            if (members instanceof ShapedMembers shaped && shaped.containsKey(name)) {
                return new Obj(shaped.with(name, value));
            }
            var copy = new LinkedHashMap<>(members);
            copy.put(name, value);
            return new Obj(copy);
        }
    }

    /**
     * Reads JSON text strictly: members once, no lone surrogates, bounded depth and numbers.
     *
     * @throws MalformedJsonException if the text is anything else
     */
    static Json parse(String text) {
        return new JsonParser(text).document();
    }

    static Str of(String value) {
        return new Str(value);
    }

    static Num of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Bool of(boolean value) {
        return value ? Bool.TRUE : Bool.FALSE;
    }

    static Arr of(List<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    static Obj of(Map<String, ? extends Json> members) {
        return new Obj(new LinkedHashMap<>(members));
    }

    /** The text of this value: members in their order, no white space. */
    default String text() {
        return JsonWriter.write(this, false);
    }

    /** The one text that equal values share: members sorted, numbers in shortest form. */
    default String canonical() {
        return JsonWriter.write(this, true);
    }
}
