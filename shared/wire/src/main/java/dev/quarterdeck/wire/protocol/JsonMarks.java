package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.util.Arrays;

/** The brackets, commas and colons of a JSON document: where its objects and lists begin, go on and end. */
final class JsonMarks implements Slots.Cursor {
    private static final int DEEPEST = 1000;

    private final ByteWindow in;
    /** Nothing was read of the object or list that was entered last: no comma comes before what is next. */
    private boolean fresh;

    private int depth;

    JsonMarks(ByteWindow in) {
        this.in = in;
    }

    /** The first byte of what comes next. */
    byte peek() throws IOException {
        if (!in.skipSpace()) {
            throw in.malformed("it ends too early");
        }
        return in.window()[in.position()];
    }

    /** Enters the object or list that comes next. */
    void begin() throws MalformedResponseException {
        in.skip(1);
        fresh = true;
        if (++depth > DEEPEST) {
            throw in.malformed("it nests deeper than %d".formatted(DEEPEST));
        }
    }

    /** To the next element of the list that was entered; false at its end, which is left. */
    boolean nextElement() throws IOException {
        return next(']');
    }

    /** To the name of the next member of the object that was entered; false at its end, which is left. */
    boolean nextMember() throws IOException {
        if (!next('}')) {
            return false;
        }
        if (peek() != '"') {
            throw in.malformed("a name is missing");
        }
        return true;
    }

    private boolean next(char end) throws IOException {
        byte first = peek();
        if (first == end) {
            in.skip(1);
            fresh = false;
            depth--;
            return false;
        }
        if (!fresh) {
            if (first != ',') {
                throw in.malformed("a comma is missing");
            }
            in.skip(1);
        }
        fresh = false;
        return true;
    }

    /** Behind the colon that comes next. */
    void colon() throws IOException {
        if (peek() != ':') {
            throw in.malformed("a colon is missing");
        }
        in.skip(1);
    }

    @Override
    public boolean enters(byte[] mark) {
        byte[] window = in.window();
        int from = in.position();
        if (in.end() - from < mark.length + 2) {
            return false;
        }
        if (!fresh) {
            if (window[from++] != ',') {
                return false;
            }
            from += window[from] == ' ' ? 1 : 0;
        }
        int to = from + mark.length;
        if (!Arrays.equals(window, from, to, mark, 0, mark.length)) {
            return false;
        }
        in.moveTo(to);
        fresh = false;
        return true;
    }
}
