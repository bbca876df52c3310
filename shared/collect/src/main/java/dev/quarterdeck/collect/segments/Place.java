package dev.quarterdeck.collect.segments;

import java.nio.ByteBuffer;

/** Where a row is: the block, and its bytes there once unpacked. */
record Place(int block, int from, int length) {
    static final int BYTES = 3 * Integer.BYTES;

    static Place from(ByteBuffer bytes, int at) {
        return new Place(bytes.getInt(at), bytes.getInt(at + Integer.BYTES), bytes.getInt(at + 2 * Integer.BYTES));
    }

    void into(ByteBuffer bytes) {
        bytes.putInt(block).putInt(from).putInt(length);
    }
}
