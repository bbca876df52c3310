package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JSON document in UTF-8 value by value, straight on its bytes, as strictly as Python's json module; like it, it
 * takes NaN and Infinity for numbers. What is {@link Plain} goes into the sink as bytes, all else as strings.
 */
final class JsonCursor implements Slots.Cursor {
    private final ByteWindow in;
    private final JsonMarks marks;
    private final JsonTexts texts;
    private final JsonNumbers numbers;
    private String unknown = "";
    private long dropped;

    private JsonCursor(ByteWindow in) {
        this.in = in;
        this.marks = new JsonMarks(in);
        this.texts = new JsonTexts(in);
        this.numbers = new JsonNumbers(in);
    }

    static JsonCursor open(InputStream body) {
        return new JsonCursor(new ByteWindow(body, "JSON"));
    }

    static JsonCursor open(byte[] body, int length) {
        return new JsonCursor(ByteWindow.of(body, length, "JSON"));
    }

    MalformedResponseException malformed(String what) {
        return in.malformed(what);
    }

    /** Whether only space is left. */
    boolean isAtEnd() throws IOException {
        return !in.skipSpace();
    }

    /** The first byte of what comes next. */
    byte peek() throws IOException {
        return marks.peek();
    }

    /** Enters the object or list that comes next. */
    void begin() throws MalformedResponseException {
        marks.begin();
    }

    /** To the next element of the list that was entered; false at its end, which is left. */
    boolean nextElement() throws IOException {
        return marks.nextElement();
    }

    /** To the name of the next member of the object that was entered; false at its end, which is left. */
    boolean nextMember() throws IOException {
        return marks.nextMember();
    }

    @Override
    public boolean enters(byte[] mark) {
        return marks.enters(mark);
    }

    /** Takes the name that comes next and finds its member; where there is none, {@link #unknown} tells the name. */
    <V> @Nullable Slot<V> slotIn(Slots<V> slots, @Nullable Slot<V> last) throws IOException {
        if (takesPlainName()) {
            Slot<V> slot = slots.find(in.window(), texts.from(), texts.to(), last);
            unknown = slot == null ? in.ascii(texts.from(), texts.to()) : "";
            return slot;
        }
        unknown = name();
        byte[] name = unknown.getBytes(StandardCharsets.UTF_8);
        return slots.find(name, 0, name.length, last);
    }

    String unknown() {
        return unknown;
    }

    /** Gives the name that comes next. */
    void name(JsonSink out) throws IOException {
        if (takesPlainName()) {
            out.name(in.window(), texts.from(), texts.to());
        } else {
            out.name(name());
        }
    }

    private boolean takesPlainName() {
        int from = in.position();
        if (!texts.takesPlain()) {
            return false;
        }
        int colon = in.behindSpace();
        boolean found = colon < in.end() && in.window()[colon] == ':';
        in.moveTo(found ? colon + 1 : from);
        return found;
    }

    private String name() throws IOException {
        String name = texts.take();
        marks.colon();
        return name;
    }

    /** Takes a null if there is one. */
    boolean takesNull() throws IOException {
        if (peek() != 'n') {
            return false;
        }
        word("null");
        return true;
    }

    boolean isText() throws IOException {
        return peek() == '"';
    }

    boolean isNumber() throws IOException {
        byte first = peek();
        return first == '-' || (first >= '0' && first <= '9');
    }

    /** Takes a text, or a number as text. */
    String text() throws IOException {
        if (isText()) {
            return texts.take();
        }
        numbers.take();
        return in.ascii(numbers.from(), numbers.to());
    }

    /** Gives a text, or a number as text, as what it stands for. */
    void formed(TextForm form, JsonSink out) throws IOException {
        if (!isText()) {
            numbers.take();
            PlainTexts.write(form, in.window(), numbers.from(), numbers.to(), out);
        } else if (texts.takesPlain()) {
            PlainTexts.write(form, in.window(), texts.from(), texts.to(), out);
        } else {
            Texts.write(form, texts.take(), out);
        }
    }

    /** Gives a number without its fraction. */
    void whole(JsonSink out) throws IOException {
        numbers.take();
        if (numbers.isWhole()) {
            out.number(in.window(), numbers.from(), numbers.to());
        } else {
            String literal = in.ascii(numbers.from(), numbers.to());
            out.number(new BigDecimal(literal).toBigInteger().toString());
        }
    }

    /** Enters the object or list that the model wants; a null is given instead, anything else is malformed. */
    boolean opens(char bracket, JsonSink out) throws IOException {
        byte first = peek();
        if (first == bracket) {
            begin();
            return true;
        }
        if (first != 'n') {
            throw in.malformed("it lacks a '%c' that the model has".formatted(bracket));
        }
        word("null");
        out.nothing();
        return false;
    }

    /** Leaves out a value that the model lacks. */
    void drop() throws IOException {
        dropped++;
        copy(Nowhere.SINK);
    }

    long dropped() {
        return dropped;
    }

    /** Gives the value that comes next, whatever it is. */
    void copy(JsonSink out) throws IOException {
        switch (peek()) {
            case '"' -> formed(TextForm.TEXT, out);
            case '{' -> object(out);
            case '[' -> list(out);
            case 't' -> {
                word("true");
                out.bool(true);
            }
            case 'f' -> {
                word("false");
                out.bool(false);
            }
            case 'n' -> {
                word("null");
                out.nothing();
            }
            default -> number(out);
        }
    }

    private void object(JsonSink out) throws IOException {
        begin();
        out.beginObject();
        while (nextMember()) {
            name(out);
            copy(out);
        }
        out.endObject();
    }

    private void list(JsonSink out) throws IOException {
        begin();
        out.beginArray();
        while (nextElement()) {
            copy(out);
        }
        out.endArray();
    }

    /** What JSON has no number for is given by name. */
    private void number(JsonSink out) throws IOException {
        if (startsWith('N', 'a')) {
            out.string(word("NaN"));
        } else if (startsWith('I', 'n')) {
            out.string(word("Infinity"));
        } else if (startsWith('-', 'I')) {
            out.string(word("-Infinity"));
        } else {
            numbers.take();
            out.number(in.window(), numbers.from(), numbers.to());
        }
    }

    private boolean startsWith(char first, char second) throws IOException {
        if (in.window()[in.position()] != first) {
            return false;
        }
        in.need(2);
        return in.window()[in.position() + 1] == second;
    }

    private String word(String word) throws IOException {
        if (!in.startsWith(word.getBytes(StandardCharsets.US_ASCII))) {
            throw in.malformed("it has neither text, number nor word");
        }
        in.skip(word.length());
        return word;
    }
}
