package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A structure's member as answers write it: {@code mark} is its name with what stands around it there, {@code <name>} or
 * {@code "name":}. {@code value} tells how it is read.
 */
final class Slot<V> {
    final int index;
    final byte[] mark;
    final JsonName name;
    final V value;
    private final int nameLength;

    Slot(int index, Wire wire, String name, V value) {
        this.index = index;
        this.mark = wire.mark();
        this.name = new JsonName(name);
        this.value = value;
        this.nameLength = wire.name().getBytes(StandardCharsets.UTF_8).length;
    }

    /** A name on the wire and what stands around it. */
    record Wire(String name, Marks marks) {
        byte[] mark() {
            return (marks.before + name + marks.behind).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What stands around names: one byte before. */
    enum Marks {
        XML("<", ">"),
        JSON("\"", "\":");

        private final String before;
        private final String behind;

        Marks(String before, String behind) {
            this.before = before;
            this.behind = behind;
        }
    }

    boolean isCalled(byte[] window, int from, int to) {
        return Arrays.equals(window, from, to, mark, 1, 1 + nameLength);
    }

    int hash() {
        return Slots.hash(mark, 1, 1 + nameLength);
    }
}
