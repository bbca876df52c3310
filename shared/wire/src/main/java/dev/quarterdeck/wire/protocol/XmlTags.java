package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tags of an XML document: which elements are open, and which attributes the last one to begin has. */
final class XmlTags implements Slots.Cursor {
    private static final Map<String, String> NO_ATTRIBUTES = Map.of();

    private final ByteWindow in;
    /** Start tags without attributes. */
    private byte[][] open = new byte[16][];

    private int depth;
    /** The current element was written as {@code <a/>}: its end comes next, and is not in the bytes. */
    private boolean ended;

    private Map<String, String> attributes = NO_ATTRIBUTES;

    XmlTags(ByteWindow in) {
        this.in = in;
    }

    int depth() {
        return depth;
    }

    /** The current element's start tag, without attributes. */
    byte[] current() {
        return open[depth - 1];
    }

    /** Where in the current tag the name without its prefix begins. */
    int localName() {
        byte[] tag = current();
        for (int i = 1; i < tag.length; i++) {
            if (tag[i] == ':') {
                return i + 1;
            }
        }
        return 1;
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

    boolean isEmptyElement() {
        return ended;
    }

    @Override
    public boolean enters(byte[] tag) {
        int from = in.behindSpace();
        int to = from + tag.length;
        if (ended || to > in.end() || !Arrays.equals(in.window(), from, to, tag, 0, tag.length)) {
            return false;
        }
        in.moveTo(to);
        push(tag);
        return true;
    }

    /** Leaves the current element if nothing but its end comes next; otherwise nothing happens. */
    boolean leaves() {
        if (ended) {
            ended = false;
            depth--;
            return true;
        }
        int from = in.behindSpace();
        if (!isEndTagAt(from)) {
            return false;
        }
        in.moveTo(from + 1 + current().length);
        depth--;
        return true;
    }

    private boolean isEndTagAt(int from) {
        byte[] tag = current();
        byte[] window = in.window();
        int to = from + 1 + tag.length;
        return to <= in.end()
                && window[from] == '<'
                && window[from + 1] == '/'
                && Arrays.equals(window, from + 2, to, tag, 1, tag.length);
    }

    /** What follows a {@code </}. */
    void end() throws IOException {
        if (depth == 0) {
            throw in.malformed("an element ends that did not begin");
        }
        byte[] tag = current();
        int length = tag.length - 2;
        in.need(length + 1);
        int from = in.position();
        boolean same = Arrays.equals(in.window(), from, from + length, tag, 1, 1 + length);
        in.skip(length);
        if (!same || afterSpace() != '>') {
            throw in.malformed("another element ends than " + new String(tag, StandardCharsets.UTF_8));
        }
        depth--;
    }

    /** What follows the {@code <} of a start tag. */
    void begin() throws IOException {
        push(tag());
        byte b = afterSpace();
        while (b != '>' && b != '/') {
            in.skip(-1);
            attribute();
            b = afterSpace();
        }
        if (b == '/') {
            if (in.next() != '>') {
                throw in.malformed("an element has a stray slash");
            }
            ended = true;
        }
    }

    /** The next byte that is no space; it is taken. */
    private byte afterSpace() throws IOException {
        byte b = in.next();
        while (ByteWindow.isSpace(b)) {
            b = in.next();
        }
        return b;
    }

    private void push(byte[] tag) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = tag;
        attributes = NO_ATTRIBUTES;
    }

    private byte[] tag() throws IOException {
        int length = nameLength();
        byte[] tag = new byte[length + 2];
        tag[0] = '<';
        System.arraycopy(in.window(), in.position(), tag, 1, length);
        tag[length + 1] = '>';
        in.skip(length);
        return tag;
    }

    /** How long the name is that begins at the position; all of it is in the window. */
    private int nameLength() throws IOException {
        int i = in.position();
        while (true) {
            if (i == in.end()) {
                i = in.more(i);
            }
            byte b = in.window()[i];
            if (b == '>' || b == '/' || b == '=' || ByteWindow.isSpace(b)) {
                break;
            }
            i++;
        }
        if (i == in.position()) {
            throw in.malformed("a name is missing");
        }
        return i - in.position();
    }

    private void attribute() throws IOException {
        int length = nameLength();
        String name = in.utf8(in.position(), in.position() + length);
        in.skip(length);
        if (afterSpace() != '=') {
            throw in.malformed("the attribute %s has no value".formatted(name));
        }
        byte quote = afterSpace();
        if (quote != '"' && quote != '\'') {
            throw in.malformed("the attribute %s has no quotes".formatted(name));
        }
        if (attributes.isEmpty()) {
            attributes = new LinkedHashMap<>();
        }
        attributes.put(name, XmlText.ofAttribute(in.takeUntil(new byte[] {quote})));
    }
}
