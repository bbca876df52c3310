package dev.quarterdeck.collect.edges;

/**
 * SipHash-2-4 with 128 bits: as hard to make collide for who does not know the key as a cryptographic hash, at a fraction
 * of its cost. Not for several threads at once.
 */
final class NameHash {
    private static final int CHARS_A_WORD = 4;

    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long high;
    private long low;

    NameHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** Hashes the bytes of both, the lowest first, as UTF-16. */
    void hash(long where, String name) {
        begin();
        mix(where);
        int length = name.length();
        int i = 0;
        for (; i + CHARS_A_WORD <= length; i += CHARS_A_WORD) {
            mix(name.charAt(i)
                    | (long) name.charAt(i + 1) << 16
                    | (long) name.charAt(i + 2) << 32
                    | (long) name.charAt(i + 3) << 48);
        }
        long last = (long) (Long.BYTES + 2 * length) << 56;
        for (int shift = 0; i < length; i++, shift += Character.SIZE) {
            last |= (long) name.charAt(i) << shift;
        }
        mix(last);
        end();
    }

    /** The first half of the last hash. */
    long high() {
        return high;
    }

    long low() {
        return low;
    }

    private void begin() {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
    }

    private void end() {
        v2 ^= 0xee;
        rounds(4);
        high = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        rounds(4);
        low = v0 ^ v1 ^ v2 ^ v3;
    }

    private void mix(long word) {
        v3 ^= word;
        rounds(2);
        v0 ^= word;
    }

    private void rounds(int count) {
        long a = v0;
        long b = v1;
        long c = v2;
        long d = v3;
        for (int i = 0; i < count; i++) {
            a += b;
            b = Long.rotateLeft(b, 13) ^ a;
            a = Long.rotateLeft(a, 32);
            c += d;
            d = Long.rotateLeft(d, 16) ^ c;
            a += d;
            d = Long.rotateLeft(d, 21) ^ a;
            c += b;
            b = Long.rotateLeft(b, 17) ^ c;
            c = Long.rotateLeft(c, 32);
        }
        v0 = a;
        v1 = b;
        v2 = c;
        v3 = d;
    }
}
