package dev.quarterdeck.wire.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes that canonical JSON writes as they are, and that mean nothing else in the language they are read from: printable
 * ASCII but for a few. Eight are looked at in one go.
 */
final class Plain {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long SPACES = ' ' * ONES;

    private Plain() {}

    /** The first index from {@code from} on, at most {@code end}, that holds what is not plain in a text of XML. */
    static int endInXml(byte[] bytes, int from, int end) {
        return end(bytes, from, end, true);
    }

    /** The same in a text of JSON. */
    static int endInJson(byte[] bytes, int from, int end) {
        return end(bytes, from, end, false);
    }

    private static int end(byte[] bytes, int from, int end, boolean xml) {
        int i = from;
        while (i <= end - Long.BYTES) {
            long others = others((long) EIGHT.get(bytes, i), xml);
            if (others != 0) {
                return i + Long.numberOfTrailingZeros(others) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < end && others((SPACES - ' ') | (bytes[i] & 0xffL), xml) == 0) {
            i++;
        }
        return i;
    }

    /** Zero if all eight are plain; else its lowest bit is in the first that is not. */
    private static long others(long eight, boolean xml) {
        long controls = (eight - SPACES) & ~eight;
        long escaped = equal(eight, '"') | equal(eight, '\\');
        long markup = xml ? equal(eight, '<') | equal(eight, '&') : 0;
        return (eight | controls | escaped | markup) & HIGH_BITS;
    }

    /** The high bit of the first byte that is {@code c} is set; above it others may be. */
    private static long equal(long eight, char c) {
        long zero = eight ^ c * ONES;
        return (zero - ONES) & ~zero;
    }
}
