package dev.quarterdeck.collect.segments;

import dev.quarterdeck.kernel.Digest;
import java.nio.ByteBuffer;

/** A run of rows in a frame of its own: where the frame is in the object, how long, what it unpacks to, and its print. */
record Block(long offset, int packed, int size, Print print) {
    static final int BYTES = Long.BYTES + 2 * Integer.BYTES + Print.BYTES;

    static Block of(long offset, byte[] packed, int size) {
        return new Block(offset, packed.length, size, Print.of(Digest.sha256(packed)));
    }

    static Block from(ByteBuffer bytes, int at) {
        int lengths = at + Long.BYTES;
        return new Block(
                bytes.getLong(at),
                bytes.getInt(lengths),
                bytes.getInt(lengths + Integer.BYTES),
                Print.from(bytes, lengths + 2 * Integer.BYTES));
    }

    void into(ByteBuffer bytes) {
        bytes.putLong(offset).putInt(packed).putInt(size);
        print.into(bytes);
    }

    boolean is(byte[] read) {
        return read.length == packed && Print.of(Digest.sha256(read)).equals(print);
    }
}
