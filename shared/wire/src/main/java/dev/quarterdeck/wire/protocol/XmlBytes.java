package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A window on a body: what lies between position and end is in the array, and the window moves and grows as needed. */
final class XmlBytes {
    private static final int WINDOW = 16 * 1024;

    private final InputStream in;
    private byte[] window = new byte[WINDOW];
    private int position;
    private int end;

    XmlBytes(InputStream in) {
        this.in = in;
    }

    static MalformedResponseException malformed(String what) {
        return new MalformedResponseException("the XML is malformed: " + what);
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

    /** The next byte, which is taken. */
    byte next() throws IOException {
        need(1);
        return window[position++];
    }

    boolean startsWith(byte[] prefix) throws IOException {
        need(prefix.length);
        return Arrays.equals(window, position, position + prefix.length, prefix, 0, prefix.length);
    }

    void skip(int count) {
        position += count;
    }

    /** Moves behind the mark and says how many bytes lay before it; position was at the first of them. */
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
            throw new MalformedResponseException("the XML is not UTF-8", e);
        }
    }
}
