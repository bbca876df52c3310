package dev.quarterdeck.edge.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The bytes of a request or an answer: at hand, or so many that they are read only as they are sent. */
public final class Body {
    public static final Body EMPTY = of(new byte[0]);

    private static final int PIECE = 1 << 16;

    private final long size;
    private final Supplier<InputStream> source;

    private Body(long size, Supplier<InputStream> source) {
        this.size = size;
        this.source = source;
    }

    public static Body of(byte[] bytes) {
        byte[] own = bytes.clone();
        return new Body(own.length, () -> new ByteArrayInputStream(own));
    }

    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many bytes of a source, which is opened by who reads them. */
    public static Body of(long size, Supplier<InputStream> source) {
        return new Body(size, source);
    }

    public byte[] bytes() {
        try (InputStream in = source.get()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes as they come; the caller closes it. */
    public InputStream open() {
        return source.get();
    }

    /** Sends the bytes. The last ones go out only once the source has ended well: what breaks off is never taken for whole. */
    public void to(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            byte[] piece = in.readNBytes(PIECE);
            while (piece.length > 0) {
                byte[] next = in.readNBytes(PIECE);
                out.write(piece);
                piece = next;
            }
        }
    }

    public long size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The text that these bytes spell in UTF-8, unless they spell none. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes()))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && size == body.size && Arrays.equals(bytes(), body.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return size + " bytes"; // never the content, which may be a password
    }
}
