package dev.quarterdeck.collect.segments;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Which numbers stand under a word, for many words. Of a word only 32 bits of a hash are kept: numbers that stand under
 * another word of the same hash are given too. As bytes (big-endian): how many hashes, the hashes in their order, where
 * the numbers of each end, the numbers of each as differences of seven bits a byte.
 */
final class Postings {
    private final ByteBuffer bytes;
    private final int words;

    private Postings(ByteBuffer bytes) {
        this.bytes = bytes;
        this.words = bytes.getInt(0);
    }

    static Postings read(ByteBuffer bytes) {
        return new Postings(bytes);
    }

    /** All that stand under any of them. */
    SortedSet<Integer> find(Collection<String> wanted) {
        var found = new TreeSet<Integer>();
        wanted.forEach(word -> search(hash(word), found::add));
        return found;
    }

    /** The same for many words. */
    BitSet find(WordSet wanted) {
        var found = new BitSet();
        for (int word = 0; word < words; word++) {
            if (wanted.has(bytes.getInt((1 + word) * Integer.BYTES))) {
                numbers(word, found::set);
            }
        }
        return found;
    }

    private void search(int hash, IntConsumer taker) {
        int from = 0;
        int to = words - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int there = bytes.getInt((1 + middle) * Integer.BYTES);
            if (there == hash) {
                numbers(middle, taker);
                return;
            }
            if (there < hash) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
    }

    private void numbers(int word, IntConsumer taker) {
        int place = (1 + 2 * words) * Integer.BYTES;
        int end = place + end(word);
        int at = place + (word == 0 ? 0 : end(word - 1));
        int number = 0;
        while (at < end) {
            int more = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes.get(at++);
                more |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            number += more;
            taker.accept(number);
        }
    }

    private int end(int word) {
        return bytes.getInt((1 + words + word) * Integer.BYTES);
    }

    static int hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        return (int) (hash ^ (hash >>> 33));
    }

    /** Postings in the making. */
    static final class Builder {
        private long[] pairs = new long[1024];
        private int size;

        void add(String word, int number) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = (long) hash(word) << Integer.SIZE | number;
        }

        /** With each number as it is in the end. */
        byte[] bytes(int[] places) {
            long[] sorted = new long[size];
            for (int i = 0; i < size; i++) {
                sorted[i] = pairs[i] >> Integer.SIZE << Integer.SIZE | places[(int) pairs[i]];
            }
            Arrays.sort(sorted);
            return bytes(Arrays.stream(sorted).distinct().toArray());
        }

        byte[] bytes() {
            long[] sorted = Arrays.copyOf(pairs, size);
            Arrays.sort(sorted);
            return bytes(Arrays.stream(sorted).distinct().toArray());
        }

        private static byte[] bytes(long[] sorted) {
            int words = (int) Arrays.stream(sorted)
                    .map(pair -> pair >> Integer.SIZE)
                    .distinct()
                    .count();
            ByteBuffer head =
                    ByteBuffer.allocate((1 + 2 * words) * Integer.BYTES).putInt(words);
            var numbers = new ByteArrayOutputStream(sorted.length * 2);
            int word = -1;
            int before = 0;
            for (int i = 0; i < sorted.length; i++) {
                int hash = (int) (sorted[i] >> Integer.SIZE);
                if (i == 0 || hash != (int) (sorted[i - 1] >> Integer.SIZE)) {
                    word++;
                    before = 0;
                    head.putInt((1 + word) * Integer.BYTES, hash);
                }
                put((int) sorted[i] - before, numbers);
                before = (int) sorted[i];
                head.putInt((1 + words + word) * Integer.BYTES, numbers.size());
            }
            return ByteBuffer.allocate(head.capacity() + numbers.size())
                    .put(head.array())
                    .put(numbers.toByteArray())
                    .array();
        }

        private static void put(int number, ByteArrayOutputStream to) {
            int rest = number;
            while (rest > 0x7f) {
                to.write((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            to.write(rest);
        }
    }
}
