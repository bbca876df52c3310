package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.Uid;
import java.nio.ByteBuffer;

/** Which resources were seen, without an object for each: an area may hold hundreds of thousands, as long as it is read. */
final class UidSet {
    /** Pairs of longs; two zeros are a free place, which no SHA-256 that anybody has seen begins with. */
    private long[] bits = new long[2 * 2];

    private int size;

    /** Whether it was not there before. */
    boolean add(Uid uid) {
        if (3 * size > bits.length) {
            grow();
        }
        var read = ByteBuffer.wrap(uid.bits());
        return put(read.getLong(), read.getLong());
    }

    int size() {
        return size;
    }

    private boolean put(long high, long low) {
        int place = 2 * ((int) low & (bits.length / 2 - 1));
        while ((bits[place] | bits[place + 1]) != 0) {
            if (bits[place] == high && bits[place + 1] == low) {
                return false;
            }
            place = (place + 2) & (bits.length - 1);
        }
        bits[place] = high;
        bits[place + 1] = low;
        size++;
        return true;
    }

    private void grow() {
        long[] old = bits;
        bits = new long[old.length * 2];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if ((old[i] | old[i + 1]) != 0) {
                put(old[i], old[i + 1]);
            }
        }
    }
}
