package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks an XML document in UTF-8 element by element, straight on its bytes. It knows what AWS's answers are made of; a
 * document type declaration, and with it every entity but the five, is refused. Tags must match and the root must end.
 * Each quick way ({@link #enters}, {@link #leaves}, {@link #takesPlain}) knows the usual form alone and leaves all else to
 * the thorough one.
 */
final class XmlCursor implements Slots.Cursor {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] COMMENT = {'!', '-', '-'};
    private static final byte[] COMMENT_END = {'-', '-', '>'};
    private static final byte[] CDATA = {'!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] CDATA_END = {']', ']', '>'};
    private static final byte[] INSTRUCTION_END = {'?', '>'};

    private final ByteWindow in;
    private final XmlTags tags;
    private int plainFrom;
    private int plainTo;
    private long dropped;

    private XmlCursor(InputStream in) {
        this.in = new ByteWindow(in, "XML");
        this.tags = new XmlTags(this.in);
    }

    /** Stands on the root element. */
    static XmlCursor open(InputStream body) throws IOException {
        XmlCursor cursor = new XmlCursor(body);
        cursor.in.need(BYTE_ORDER_MARK.length);
        if (cursor.in.startsWith(BYTE_ORDER_MARK)) {
            cursor.in.skip(BYTE_ORDER_MARK.length);
        }
        while (cursor.tags.depth() == 0) {
            cursor.in.skipSpace();
            if (cursor.in.next() != '<') {
                throw cursor.in.malformed("it does not begin with an element");
            }
            cursor.markup();
        }
        return cursor;
    }

    /** The element's name without its prefix. */
    String name() {
        byte[] tag = tags.current();
        int from = tags.localName();
        return new String(tag, from, tag.length - 1 - from, StandardCharsets.UTF_8);
    }

    /** The member that the current element is, which came after {@code last}. */
    <V> @Nullable Slot<V> slotIn(Slots<V> slots, @Nullable Slot<V> last) {
        byte[] tag = tags.current();
        return slots.find(tag, tags.localName(), tag.length - 1, last);
    }

    /** The current element's start tag, for {@link #enters}. */
    byte[] tag() {
        return tags.current();
    }

    @Override
    public boolean enters(byte[] tag) {
        return tags.enters(tag);
    }

    /** Leaves the current element if nothing but its end comes next; otherwise nothing happens. */
    boolean leaves() {
        return tags.leaves();
    }

    /** To the next element inside the current one; false at the current one's end. */
    boolean nextChild() throws IOException {
        if (tags.isEmptyElement()) {
            return !tags.leaves();
        }
        int before = tags.depth();
        do {
            skipText();
            markup();
        } while (tags.depth() == before);
        return tags.depth() > before;
    }

    /** To the end of the current element. */
    void skip() throws IOException {
        int outside = tags.depth() - 1;
        while (tags.depth() > outside) {
            nextChild();
        }
    }

    /** Leaves out an element that the model lacks. */
    void drop() throws IOException {
        dropped++;
        skip();
    }

    long dropped() {
        return dropped;
    }

    /** Reads on to the end of the document, so that a truncated one is found. */
    void finish() throws IOException {
        while (tags.depth() > 0) {
            nextChild();
        }
        while (in.skipSpace()) {
            if (in.next() != '<') {
                throw in.malformed("it goes on after its end");
            }
            markup();
            if (tags.depth() > 0) {
                throw in.malformed("it has two roots");
            }
        }
    }

    /** An attribute of the current element; {@code xsi:type} is one called type in any namespace. */
    Optional<String> attribute(String name) {
        return tags.attribute(name);
    }

    /**
     * Takes the element with its text if that is {@link Plain} and whole in the window; otherwise nothing happens. The text
     * lies in {@link #window} from {@link #plainFrom} to {@link #plainTo} until the cursor is asked for more.
     */
    boolean takesPlain() {
        int from = in.position();
        int to = Plain.endInXml(in.window(), from, in.end());
        if (tags.isEmptyElement() || to == in.end() || in.window()[to] != '<') {
            return false;
        }
        in.moveTo(to);
        if (!tags.leaves()) {
            in.moveTo(from);
            return false;
        }
        plainFrom = from;
        plainTo = to;
        return true;
    }

    byte[] window() {
        return in.window();
    }

    int plainFrom() {
        return plainFrom;
    }

    int plainTo() {
        return plainTo;
    }

    /** The text before the first child; moves to the element's end. */
    String text() throws IOException {
        if (tags.isEmptyElement()) {
            nextChild();
            return "";
        }
        StringBuilder text = new StringBuilder(chunk());
        int inside = tags.depth();
        while (true) {
            String next = cdataOrMarkup();
            if (tags.depth() < inside) {
                return text.toString();
            }
            if (tags.depth() > inside) {
                skip();
                skip();
                return text.toString();
            }
            text.append(next).append(chunk());
        }
    }

    /** Text up to the next markup, its first byte taken. */
    private String chunk() throws IOException {
        int i = in.position();
        while (true) {
            if (i == in.end()) {
                i = in.more(i);
            }
            if (in.window()[i] == '<') {
                break;
            }
            i++;
        }
        String raw = in.utf8(in.position(), i);
        in.moveTo(i + 1);
        return XmlText.resolved(raw);
    }

    private void skipText() throws IOException {
        byte b = in.next();
        while (b != '<') {
            b = in.next();
        }
    }

    private String cdataOrMarkup() throws IOException {
        in.need(2);
        if (in.window()[in.position()] == '!' && in.window()[in.position() + 1] == '[') {
            if (!in.startsWith(CDATA)) {
                throw in.malformed("it has an unknown section");
            }
            in.skip(CDATA.length);
            return in.takeUntil(CDATA_END).replace("\r\n", "\n").replace('\r', '\n');
        }
        markup();
        return "";
    }

    /** What follows a {@code <}: opens or closes an element, or passes over what is neither. */
    private void markup() throws IOException {
        in.need(1);
        switch (in.window()[in.position()]) {
            case '/' -> {
                in.skip(1);
                tags.end();
            }
            case '?' -> in.skipBehind(INSTRUCTION_END);
            case '!' -> {
                if (in.startsWith(COMMENT)) {
                    in.skip(COMMENT.length);
                    in.skipBehind(COMMENT_END);
                } else if (tags.depth() > 0 && in.startsWith(CDATA)) {
                    in.skipBehind(CDATA_END);
                } else {
                    throw in.malformed("it declares a document type");
                }
            }
            default -> tags.begin();
        }
    }
}
