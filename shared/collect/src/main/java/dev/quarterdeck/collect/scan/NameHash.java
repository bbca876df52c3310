package dev.quarterdeck.collect.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * SipHash-2-4 with 128 bits: as hard to make collide for who does not know the key as a cryptographic hash, at a fraction
 * of its cost. Not for several threads at once.
 */
final class NameHash {
    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    NameHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** A half of the hash each. */
    record Bits(long high, long low) {}

    Bits of(String name) {
        return of(name.getBytes(StandardCharsets.UTF_8));
    }

    Bits of(byte[] bytes) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (words.remaining() >= Long.BYTES) {
            mix(words.getLong());
        }
        mix(last(words, bytes.length));
        v2 ^= 0xee;
        rounds(4);
        long high = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        rounds(4);
        return new Bits(high, v0 ^ v1 ^ v2 ^ v3);
    }

    private static long last(ByteBuffer words, int length) {
        long last = (long) length << 56;
        for (int shift = 0; words.hasRemaining(); shift += Byte.SIZE) {
            last |= (words.get() & 0xffL) << shift;
        }
        return last;
    }

    private void mix(long word) {
        v3 ^= word;
        rounds(2);
        v0 ^= word;
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
