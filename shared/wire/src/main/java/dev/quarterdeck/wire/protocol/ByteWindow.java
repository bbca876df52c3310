package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A window on a body: what lies between position and end is in the array, and the window moves and grows as needed. */
final class ByteWindow {
    private static final int SIZE = 16 * 1024;

    /** Null if the whole body is in the window, which then stays as it is. */
    private final @Nullable InputStream in;

    private final String language;
    private byte[] window;
    private int position;
    private int end;

    /** {@code language} is what the body is said to be, for messages. */
    ByteWindow(InputStream in, String language) {
        this(in, language, new byte[SIZE], 0);
    }

    private ByteWindow(@Nullable InputStream in, String language, byte[] window, int end) {
        this.in = in;
        this.language = language;
        this.window = window;
        this.end = end;
    }

    /** Over a body that is in memory: its first {@code length} bytes. */
    static ByteWindow of(byte[] body, int length, String language) {
        return new ByteWindow(null, language, body, length);
    }

    MalformedResponseException malformed(String what) {
        return new MalformedResponseException("the %s is malformed: %s".formatted(language, what));
    }

    byte[] window() {
        return window;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    void moveTo(int index) {
        position = index;
    }

    /** Gets more bytes behind those from position on, which may move; false at the body's end. */
    boolean fill() throws IOException {
        if (in == null) {
            return false;
        }
        if (position > 0) {
            System.arraycopy(window, position, window, 0, end - position);
            end -= position;
            position = 0;
        } else if (end == window.length) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        int read = in.read(window, end, window.length - end);
        if (read <= 0) {
            return false;
        }
        end += read;
        return true;
    }

    /** Makes sure of so many bytes from position on. */
    void need(int count) throws IOException {
        while (end - position < count) {
            if (!fill()) {
                throw malformed("it ends too early");
            }
        }
    }

    /** Gets more bytes than lie before {@code index}, which may move. */
    int more(int index) throws IOException {
        int read = index - position;
        need(read + 1);
        return position + read;
    }

    /** The next byte, which is taken. */
    byte next() throws IOException {
        if (position == end) {
            need(1);
        }
        return window[position++];
    }

    boolean startsWith(byte[] prefix) throws IOException {
        need(prefix.length);
        return Arrays.equals(window, position, position + prefix.length, prefix, 0, prefix.length);
    }

    void skip(int count) {
        position += count;
    }

    /** The first index from position on that holds no space: the end if there is none in the window. */
    int behindSpace() {
        int i = position;
        while (i < end && window[i] <= ' ' && isSpace(window[i])) {
            i++;
        }
        return i;
    }

    /** To the next byte that is no space; false at the body's end. */
    boolean skipSpace() throws IOException {
        if (position < end && window[position] > ' ') {
            return true;
        }
        position = behindSpace();
        while (position == end) {
            if (!fill()) {
                return false;
            }
            position = behindSpace();
        }
        return true;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Moves behind the mark. */
    void skipBehind(byte[] mark) throws IOException {
        while (!startsWith(mark)) {
            position++;
        }
        position += mark.length;
    }

    /** The bytes from position up to the mark as text; moves behind the mark. */
    String takeUntil(byte[] mark) throws IOException {
        int length = 0;
        need(mark.length);
        while (!Arrays.equals(window, position + length, position + length + mark.length, mark, 0, mark.length)) {
            length++;
            need(length + mark.length);
        }
        String taken = utf8(position, position + length);
        position += length + mark.length;
        return taken;
    }

    String ascii(int from, int to) {
        return new String(window, from, to - from, StandardCharsets.ISO_8859_1);
    }

    String utf8(int from, int to) throws MalformedResponseException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(window, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedResponseException("the %s is not UTF-8".formatted(language), e);
        }
    }
}
