package dev.quarterdeck.kernel.objects;

import dev.quarterdeck.kernel.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;

/** Reads something and fails at its end unless its SHA-256 is one of those expected. */
public final class VerifiedStream extends FilterInputStream {
    private final MessageDigest digest;
    private final Set<String> expected;
    private final Supplier<IOException> damage;
    private boolean ended;

    /** An object of the store; the checksums are in lower-case hexadecimal. */
    public VerifiedStream(ObjectName name, InputStream content, Set<String> expected) {
        this(content, expected, () -> new DamagedObjectException(name));
    }

    /** {@code damage} is what it fails with. */
    public VerifiedStream(InputStream content, Set<String> expected, Supplier<IOException> damage) {
        this(content, Digest.algorithm(), expected, damage);
    }

    private VerifiedStream(
            InputStream content, MessageDigest digest, Set<String> expected, Supplier<IOException> damage) {
        super(new DigestInputStream(content, digest));
        this.digest = digest;
        this.expected = Set.copyOf(expected);
        this.damage = damage;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read < 0) {
            verify();
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0) {
            verify();
        }
        return read;
    }

    /** Reads on rather than jumping: what is skipped counts. */
    @Override
    public long skip(long length) throws IOException {
        return Math.max(0, read(new byte[Math.clamp(length, 0, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() throws IOException {
        if (!ended && !expected.contains(HexFormat.of().formatHex(digest.digest()))) {
            throw damage.get();
        }
        ended = true;
    }
}
