package dev.quarterdeck.collect.segments;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.JsonBytes;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The first 128 bits of a SHA-256: two things with the same print are the same. */
public record Print(long high, long low) {
    static final int BYTES = 2 * Long.BYTES;

    /** Of a digest in hexadecimal. */
    public static Print ofHex(String digest) {
        return of(HexFormat.of().parseHex(digest, 0, 2 * BYTES));
    }

    /** Of a text's own digest. */
    public static Print of(JsonBytes text) {
        var digest = Digest.algorithm();
        text.update(digest);
        return of(digest.digest());
    }

    /** Of 16 bytes or more that are a digest. */
    static Print of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new Print(bytes.getLong(), bytes.getLong());
    }

    static Print from(ByteBuffer bytes, int at) {
        return new Print(bytes.getLong(at), bytes.getLong(at + Long.BYTES));
    }

    void into(ByteBuffer bytes) {
        bytes.putLong(high).putLong(low);
    }
}
