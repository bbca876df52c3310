package dev.quarterdeck.credentials;

import dev.quarterdeck.kernel.Digest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits for envelopes, and the id by which an envelope says which key closed it. */
public final class EnvelopeKey {
    public static final int BYTES = 32;

    private final String id;
    private final byte[] bytes;

    private EnvelopeKey(byte[] bytes) {
        this.bytes = bytes;
        this.id = HexFormat.of().formatHex(Digest.sha256(bytes), 0, 8);
    }

    public static EnvelopeKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes, not %d".formatted(bytes.length));
        }
        return new EnvelopeKey(bytes.clone());
    }

    public static EnvelopeKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new EnvelopeKey(bytes);
    }

    /** It tells keys apart and says nothing else about them. */
    public String id() {
        return id;
    }

    /** The key itself, to be kept or wrapped. */
    public byte[] reveal() {
        return bytes.clone();
    }

    SecretKey secretKey() {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvelopeKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
