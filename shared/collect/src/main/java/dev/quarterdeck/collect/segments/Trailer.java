package dev.quarterdeck.collect.segments;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.nio.ByteBuffer;

/** The last bytes of a segment, which say how long the packed directory before them is, what it unpacks to, and its print. */
record Trailer(int packed, int size, Print print) {
    /** {@code QDSG}, and the version of this layout. */
    private static final long MARK = 0x51445347_00000001L;

    static final int BYTES = 2 * Integer.BYTES + Print.BYTES + Long.BYTES;

    static Trailer of(byte[] packed, int size) {
        return new Trailer(packed.length, size, Print.of(Digest.sha256(packed)));
    }

    static Trailer read(ObjectName name, byte[] bytes) throws DamagedObjectException {
        ByteBuffer read = ByteBuffer.wrap(bytes);
        if (bytes.length != BYTES || read.getLong(BYTES - Long.BYTES) != MARK) {
            throw new DamagedObjectException(name);
        }
        return new Trailer(read.getInt(0), read.getInt(Integer.BYTES), Print.from(read, 2 * Integer.BYTES));
    }

    void into(ByteBuffer bytes) {
        bytes.putInt(packed).putInt(size);
        print.into(bytes);
        bytes.putLong(MARK);
    }

    boolean tells(byte[] directory) {
        return directory.length == packed && Print.of(Digest.sha256(directory)).equals(print);
    }
}
