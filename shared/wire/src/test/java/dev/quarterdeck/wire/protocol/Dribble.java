package dev.quarterdeck.wire.protocol;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/** Gives a few bytes at a time. */
final class Dribble extends InputStream {
    private final ByteArrayInputStream all;
    private final Random random;

    Dribble(byte[] all, Random random) {
        this.all = new ByteArrayInputStream(all);
        this.random = random;
    }

    @Override
    public int read() {
        return all.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        return all.read(into, offset, Math.min(length, 1 + random.nextInt(7)));
    }
}
