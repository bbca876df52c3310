package dev.quarterdeck.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The names of an object's members, sorted and encoded once: the objects of a list have few shapes and come in thousands. */
final class Shape {
    static final int NONE = -1;

    /** Threads may race for a place: a shape that was overwritten is made again. */
    private static final @Nullable Shape[] KNOWN = new Shape[1024];

    /** Objects with more members than that share their shape with no other. */
    static final int LARGEST = 64;

    private final String[] names;
    private final byte[][] encoded;
    private final int[] sorted;
    /** A hash table of members, each by its number plus one. */
    private final int[] places;

    private final boolean distinct;

    private Shape(String[] names) {
        this.names = names;
        this.encoded = Arrays.stream(names).map(Shape::encoded).toArray(byte[][]::new);
        this.sorted = IntStream.range(0, names.length)
                .boxed()
                .sorted(Comparator.comparing(i -> names[i]))
                .mapToInt(i -> i)
                .toArray();
        this.places = new int[Integer.highestOneBit(names.length * 2 + 1) * 2];
        this.distinct = fill();
    }

    /** Whether no two members share a name. */
    private boolean fill() {
        boolean all = true;
        for (int i = 0; i < names.length; i++) {
            int place = place(names[i]);
            all &= places[place] == 0;
            places[place] = i + 1;
        }
        return all;
    }

    /** Where the name is, or would be. */
    private int place(String name) {
        int hash = name.hashCode();
        int place = (hash ^ hash >>> 16) & (places.length - 1);
        while (places[place] != 0 && !names[places[place] - 1].equals(name)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private static byte[] encoded(String name) {
        return new JsonBytes(name.length() + 3).string(name).sign(':').bytes();
    }

    /** That of the names from {@code from} to {@code to}. */
    static Shape of(String[] names, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + names[i].hashCode();
        }
        int place = (hash ^ hash >>> 16) & (KNOWN.length - 1);
        Shape known = KNOWN[place];
        if (known == null || !known.has(names, from, to)) {
            known = new Shape(Arrays.copyOfRange(names, from, to));
            if (to - from <= LARGEST) {
                KNOWN[place] = known;
            }
        }
        return known;
    }

    private boolean has(String[] others, int from, int to) {
        if (names.length != to - from) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals(others[from + i])) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return names.length;
    }

    String name(int member) {
        return names[member];
    }

    boolean isDistinct() {
        return distinct;
    }

    /** Which member bears the name, or {@link #NONE}. */
    int find(String name) {
        return places[place(name)] - 1;
    }

    /** Which member comes in this place by UTF-16 code units, as String compares. */
    int sorted(int place) {
        return sorted[place];
    }

    /** The member's name in quotes, with its colon. */
    byte[] encoded(int member) {
        return encoded[member];
    }
}
