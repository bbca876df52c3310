package dev.quarterdeck.wire.model;

import java.util.Arrays;

/** Reads the index's bytes from one place onwards. */
final class Cursor {
    private final byte[] bytes;
    private int position;

    private Cursor(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    static Cursor at(byte[] bytes, int position) {
        return new Cursor(bytes, position);
    }

    int position() {
        return position;
    }

    void skip(int count) {
        position += count;
    }

    byte[] bytes(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, position, position + count);
        position += count;
        return taken;
    }

    int fixedInt() {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = value << 8 | (bytes[position++] & 0xff);
        }
        return value;
    }

    /** A number written seven bits a byte, the lowest first. */
    int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[position++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
