package dev.quarterdeck.collect.edges;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** From 128-bit hashes of names to numbers, without an object for each: 20 bytes a slot. */
final class EdgeIndex {
    static final int NONE = -1;
    /** Two different things bear this name. */
    private static final int AMBIGUOUS = -2;

    private final NameHash hash;
    private long[] keys = new long[2 * 1024];
    private int[] values = filled(1024);
    private int size;

    EdgeIndex() {
        var random = new SecureRandom();
        hash = new NameHash(random.nextLong(), random.nextLong());
    }

    /** {@code where} is the name's place: the same name may stand for another thing elsewhere. One that two bear leads to neither. */
    void put(long where, String name, int value) {
        put(where, name, value, (_, _) -> AMBIGUOUS);
    }

    /** Where two things bear the name, {@code choice} says which of them it leads to. */
    void put(long where, String name, int value, IntBinaryOperator choice) {
        if (4L * size > 3L * values.length) {
            grow();
        }
        hash.hash(where, name);
        int slot = slot(hash.high(), hash.low());
        if (values[slot] == NONE) {
            keys[2 * slot] = hash.high();
            keys[2 * slot + 1] = hash.low();
            values[slot] = value;
            size++;
        } else if (values[slot] != value) {
            values[slot] = choice.applyAsInt(values[slot], value);
        }
    }

    int get(long where, String name) {
        hash.hash(where, name);
        return Math.max(NONE, values[slot(hash.high(), hash.low())]);
    }

    private int slot(long high, long low) {
        int mask = values.length - 1;
        int slot = (int) low & mask;
        while (values[slot] != NONE && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(oldValues.length * 2);
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != NONE) {
                int slot = slot(oldKeys[2 * i], oldKeys[2 * i + 1]);
                keys[2 * slot] = oldKeys[2 * i];
                keys[2 * slot + 1] = oldKeys[2 * i + 1];
                values[slot] = oldValues[i];
            }
        }
    }

    private static int[] filled(int length) {
        var values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }
}
