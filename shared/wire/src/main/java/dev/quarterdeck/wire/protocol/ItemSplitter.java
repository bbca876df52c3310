package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonName;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import dev.quarterdeck.wire.model.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits one page's answer into the items of a list while it streams by, joins the carried members of their parents into
 * each, and catches the tokens of the next page. One splitter a page. An item waits only for carried members that come
 * after it.
 */
public final class ItemSplitter implements JsonSink {
    private final Branch root = new Branch();
    private final PageTokens tokens;
    private final Carried carried;

    /** The branch of each open container; null where nothing of interest can be below. */
    private @Nullable Branch[] open = new Branch[16];

    private boolean[] arrays = new boolean[16];
    private int depth;
    /** The branch of the value that comes next in the current object. */
    private @Nullable Branch next;

    private @Nullable JsonSink item;
    private int itemDepth;
    private final List<Tap> taps = new ArrayList<>(2);

    /** Somebody who takes the value that begins at a depth. */
    private record Tap(JsonSink sink, int depth) {}

    /**
     * {@code outputTokens} and {@code more} are the paginator's expressions: paths of members and {@code [-1]}, alternatives
     * with {@code ||}.
     */
    public ItemSplitter(Paging paging, List<String> outputTokens, Optional<String> more, ItemSink sink) {
        this.tokens = new PageTokens(outputTokens, more, root);
        this.carried = new Carried(paging.carry(), sink);
        this.next = root;
        root.leadToItems(paging.items(), paging.carry());
    }

    /** For answers of this shape: what they cannot say is not waited for. */
    public ItemSplitter of(Shape answer) {
        root.fit(answer);
        return this;
    }

    /** The tokens that the page gave, by their expression; values are as {@link JavaValues} makes them. */
    public Map<String, Object> tokens() {
        return tokens.tokens();
    }

    /** Whether the page says that there are more; true if nothing says so. */
    public boolean more() {
        return tokens.more();
    }

    public long items() {
        return carried.items();
    }

    /** Where the value that begins now stands. */
    private @Nullable Branch place() {
        if (depth == 0) {
            return root;
        }
        Branch container = open[depth - 1];
        return arrays[depth - 1] ? container == null ? null : container.element() : next;
    }

    private void beginValue(@Nullable Branch at, boolean isNull) {
        if (at == null) {
            return;
        }
        for (int number : at.capturesBelow()) {
            tokens.forget(number);
        }
        for (int number : at.captures()) {
            taps.add(new Tap(tokens.capture(number), depth));
        }
        String name = at.carriedName();
        if (name != null && item == null) {
            taps.add(new Tap(carried.carry(name), depth));
        }
        if (at.isItem() && item == null && !isNull) {
            item = carried.beginItem();
            itemDepth = depth;
        }
    }

    private void open(boolean array) {
        Branch at = place();
        beginValue(at, false);
        if (at != null && at.isOnPath() && !array && item == null) {
            carried.beginParent(at.carries());
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            arrays = Arrays.copyOf(arrays, depth * 2);
        }
        open[depth] = at;
        arrays[depth] = array;
        depth++;
        next = null;
    }

    private void close(boolean array) {
        depth--;
        if (!taps.isEmpty()) {
            end(new Tee(tapped()), array);
            taps.removeIf(tap -> tap.depth == depth);
        }
        Branch at = open[depth];
        if (item != null) {
            closeInItem(item, array);
        } else if (at != null && at.isOnPath() && !array) {
            carried.endParent();
        }
        next = null;
    }

    private void closeInItem(JsonSink sink, boolean array) {
        if (depth > itemDepth) {
            end(sink, array);
            return;
        }
        if (array) {
            sink.endArray();
            carried.endPlainItem();
        } else {
            carried.endObjectItem(sink);
        }
        item = null;
    }

    private static void end(JsonSink sink, boolean array) {
        if (array) {
            sink.endArray();
        } else {
            sink.endObject();
        }
    }

    /** Whoever wants the scalar that comes now. */
    private JsonSink scalar(boolean isNull) {
        beginValue(place(), isNull);
        return wanting();
    }

    private void endScalar() {
        if (!taps.isEmpty()) {
            taps.removeIf(tap -> tap.depth == depth);
        }
        if (item != null && depth == itemDepth) {
            item = null;
            carried.endPlainItem();
        }
        next = null;
    }

    private JsonSink wanting() {
        if (taps.isEmpty()) {
            return item == null ? Tee.NOBODY : item;
        }
        List<JsonSink> all = tapped();
        if (item != null) {
            all.add(item);
        }
        return new Tee(all);
    }

    private List<JsonSink> tapped() {
        List<JsonSink> sinks = new ArrayList<>(taps.size() + 1);
        taps.forEach(tap -> sinks.add(tap.sink));
        return sinks;
    }

    @Override
    public void beginObject() {
        open(false);
        wanting().beginObject();
    }

    private void enter(String name) {
        Branch container = open[depth - 1];
        next = container == null ? null : container.member(name);
        if (item != null && depth == itemDepth + 1) {
            carried.own(name);
        }
    }

    @Override
    public void name(String name) {
        enter(name);
        wanting().name(name);
    }

    @Override
    public void name(JsonName name) {
        enter(name.text());
        wanting().name(name);
    }

    @Override
    public void endObject() {
        close(false);
    }

    @Override
    public void beginArray() {
        open(true);
        wanting().beginArray();
    }

    @Override
    public void endArray() {
        close(true);
    }

    @Override
    public void string(String value) {
        scalar(false).string(value);
        endScalar();
    }

    @Override
    public void string(byte[] plain, int from, int to) {
        scalar(false).string(plain, from, to);
        endScalar();
    }

    @Override
    public void number(byte[] literal, int from, int to) {
        scalar(false).number(literal, from, to);
        endScalar();
    }

    @Override
    public void number(String literal) {
        scalar(false).number(literal);
        endScalar();
    }

    @Override
    public void bool(boolean value) {
        scalar(false).bool(value);
        endScalar();
    }

    @Override
    public void nothing() {
        scalar(true).nothing();
        endScalar();
    }
}
