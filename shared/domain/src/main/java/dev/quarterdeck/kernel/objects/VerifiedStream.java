package dev.quarterdeck.kernel.objects;

import dev.quarterdeck.kernel.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

/** Reads an object and fails at its end unless its SHA-256 is one of those expected. */
public final class VerifiedStream extends FilterInputStream {
    private final ObjectName name;
    private final MessageDigest digest;
    private final Set<String> expected;
    private boolean ended;

    /** The checksums are in lower-case hexadecimal. */
    public VerifiedStream(ObjectName name, InputStream content, Set<String> expected) {
        this(name, content, Digest.algorithm(), expected);
    }

    private VerifiedStream(ObjectName name, InputStream content, MessageDigest digest, Set<String> expected) {
        super(new DigestInputStream(content, digest));
        this.name = name;
        this.digest = digest;
        this.expected = Set.copyOf(expected);
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
            throw new DamagedObjectException(name);
        }
        ended = true;
    }
}
