package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks an XML document in UTF-8 element by element, straight on its bytes. It knows what AWS's answers are made of; a
 * document type declaration, and with it every entity but the five, is refused. Tags must match and the root must end.
 */
final class XmlCursor {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] COMMENT = {'!', '-', '-'};
    private static final byte[] COMMENT_END = {'-', '-', '>'};
    private static final byte[] CDATA = {'!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] CDATA_END = {']', ']', '>'};
    private static final byte[] INSTRUCTION_END = {'?', '>'};

    private final XmlBytes in;
    private final XmlNames names = new XmlNames();
    private XmlNames.Name[] open = new XmlNames.Name[16];
    private XmlNames.@Nullable Name last;
    private int depth;
    /** The current element was written as {@code <a/>}: its end comes next, and is not in the bytes. */
    private boolean ended;

    private Map<String, String> attributes = Map.of();
    private long dropped;

    private XmlCursor(InputStream in) {
        this.in = new XmlBytes(in);
    }

    /** Stands on the root element. */
    static XmlCursor open(InputStream body) throws IOException {
        XmlCursor cursor = new XmlCursor(body);
        cursor.in.need(BYTE_ORDER_MARK.length);
        if (cursor.in.startsWith(BYTE_ORDER_MARK)) {
            cursor.in.skip(BYTE_ORDER_MARK.length);
        }
        while (cursor.depth == 0) {
            cursor.skipSpace();
            if (cursor.in.next() != '<') {
                throw XmlBytes.malformed("it does not begin with an element");
            }
            cursor.markup();
        }
        return cursor;
    }

    /** The element's name without its prefix. */
    String name() {
        return open[depth - 1].local();
    }

    /** The element's name, which remembers what it meant. */
    XmlNames.Name current() {
        return open[depth - 1];
    }

    /** To the next element inside the current one; false at the current one's end. */
    boolean nextChild() throws IOException {
        if (ended) {
            ended = false;
            depth--;
            return false;
        }
        int before = depth;
        do {
            skipText();
            markup();
        } while (depth == before);
        return depth > before;
    }

    /** To the end of the current element. */
    void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
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
        while (depth > 0) {
            nextChild();
        }
        while (skipSpace()) {
            if (in.next() != '<') {
                throw XmlBytes.malformed("it goes on after its end");
            }
            markup();
            if (depth > 0) {
                throw XmlBytes.malformed("it has two roots");
            }
        }
    }

    /** An attribute of the current element; {@code xsi:type} is one called type in any namespace. */
    Optional<String> attribute(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return Optional.ofNullable(attributes.get(name));
        }
        String suffix = name.substring(colon);
        return attributes.entrySet().stream()
                .filter(a -> a.getKey().endsWith(suffix) && !a.getKey().startsWith("xmlns:"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The text before the first child; moves to the element's end. */
    String text() throws IOException {
        if (ended) {
            nextChild();
            return "";
        }
        String text = chunk();
        StringBuilder more = null;
        int inside = depth;
        while (true) {
            String next = cdataOrMarkup();
            if (depth < inside) {
                return more == null ? text : more.toString();
            }
            if (depth > inside) {
                skip();
                skip();
                return more == null ? text : more.toString();
            }
            more = more == null ? new StringBuilder(text) : more;
            more.append(next).append(chunk());
        }
    }

    /** Text up to the next markup, its first byte taken. */
    private String chunk() throws IOException {
        byte[] window = in.window();
        int end = in.end();
        int i = in.position();
        boolean ascii = true;
        boolean plain = true;
        while (true) {
            if (i == end) {
                i = more(i);
                window = in.window();
                end = in.end();
            }
            byte b = window[i];
            if (b == '<') {
                break;
            }
            if (b <= '&') {
                ascii &= b >= 0;
                plain &= b != '&' && b != '\r';
            }
            i++;
        }
        int from = in.position();
        String raw = ascii ? in.ascii(from, i) : in.utf8(from, i);
        in.moveTo(i + 1);
        return plain ? raw : XmlText.resolved(raw);
    }

    /** Gets more bytes than lie before {@code index}, which may move. */
    private int more(int index) throws IOException {
        int read = index - in.position();
        in.need(read + 1);
        return in.position() + read;
    }

    private void skipText() throws IOException {
        while (true) {
            byte[] window = in.window();
            int end = in.end();
            for (int i = in.position(); i < end; i++) {
                if (window[i] == '<') {
                    in.moveTo(i + 1);
                    return;
                }
            }
            in.moveTo(end);
            in.need(1);
        }
    }

    /** To the next byte that is no space; false at the body's end. */
    private boolean skipSpace() throws IOException {
        while (true) {
            if (in.position() == in.end() && !in.fill()) {
                return false;
            }
            if (!isSpace(in.window()[in.position()])) {
                return true;
            }
            in.skip(1);
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private String cdataOrMarkup() throws IOException {
        in.need(2);
        if (in.window()[in.position()] == '!' && in.window()[in.position() + 1] == '[') {
            if (!in.startsWith(CDATA)) {
                throw XmlBytes.malformed("it has an unknown section");
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
            case '/' -> endTag();
            case '?' -> in.skipBehind(INSTRUCTION_END);
            case '!' -> {
                if (in.startsWith(COMMENT)) {
                    in.skip(COMMENT.length);
                    in.skipBehind(COMMENT_END);
                } else if (depth > 0 && in.startsWith(CDATA)) {
                    in.skipBehind(CDATA_END);
                } else {
                    throw XmlBytes.malformed("it declares a document type");
                }
            }
            default -> startTag();
        }
    }

    private void endTag() throws IOException {
        if (depth == 0) {
            throw XmlBytes.malformed("an element ends that did not begin");
        }
        XmlNames.Name name = open[depth - 1];
        int length = name.length();
        in.need(length + 2);
        int from = in.position() + 1;
        if (!name.isAt(in.window(), from, from + length)) {
            throw XmlBytes.malformed("another element ends than <%s>".formatted(name));
        }
        in.skip(1 + length);
        byte b = in.next();
        while (b != '>' && isSpace(b)) {
            b = in.next();
        }
        if (b != '>') {
            throw XmlBytes.malformed("another element ends than <%s>".formatted(name));
        }
        depth--;
    }

    private void startTag() throws IOException {
        if (isAsGuessed()) {
            return;
        }
        XmlNames.Name name = takeName();
        if (last != null) {
            last.next(name);
        }
        last = name;
        push(name);
        if (!attributes.isEmpty()) {
            attributes = Map.of();
        }
        byte b = in.next();
        if (b == '>') {
            return;
        }
        while (isSpace(b)) {
            b = in.next();
        }
        while (b != '>' && b != '/') {
            in.skip(-1);
            attribute();
            b = in.next();
            while (isSpace(b)) {
                b = in.next();
            }
        }
        if (b == '/') {
            if (in.next() != '>') {
                throw XmlBytes.malformed("<%s> has a stray slash".formatted(open[depth - 1]));
            }
            ended = true;
        }
    }

    /** Takes a tag without attributes if it is the one that came after the last one before. */
    private boolean isAsGuessed() {
        XmlNames.Name guess = last == null ? null : last.next();
        if (guess == null) {
            return false;
        }
        int from = in.position();
        int to = from + guess.length();
        if (to >= in.end() || in.window()[to] != '>' || !guess.isAt(in.window(), from, to)) {
            return false;
        }
        in.moveTo(to + 1);
        attributes = Map.of();
        last = guess;
        push(guess);
        return true;
    }

    private void push(XmlNames.Name name) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = name;
    }

    private XmlNames.Name takeName() throws IOException {
        byte[] window = in.window();
        int end = in.end();
        int i = in.position();
        int hash = 0;
        while (true) {
            if (i == end) {
                i = more(i);
                window = in.window();
                end = in.end();
            }
            byte b = window[i];
            if (b == '>' || b == '/' || b == '=' || isSpace(b)) {
                break;
            }
            hash = hash * 31 + b;
            i++;
        }
        if (i == in.position()) {
            throw XmlBytes.malformed("a name is missing");
        }
        XmlNames.Name name = names.of(window, in.position(), i, hash);
        in.moveTo(i);
        return name;
    }

    private void attribute() throws IOException {
        String name = takeName().toString();
        skipSpace();
        if (in.next() != '=') {
            throw XmlBytes.malformed("the attribute %s has no value".formatted(name));
        }
        skipSpace();
        byte quote = in.next();
        if (quote != '"' && quote != '\'') {
            throw XmlBytes.malformed("the attribute %s has no quotes".formatted(name));
        }
        if (attributes.isEmpty()) {
            attributes = new LinkedHashMap<>();
        }
        attributes.put(name, XmlText.ofAttribute(in.takeUntil(new byte[] {quote})));
    }
}
