package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the keys of an S3 listing whose EncodingType is url. What comes before that member waits until it is known
 * whether there is one: a page at most.
 */
final class ListedKeys implements JsonSink {
    private static final String ENCODING_TYPE = "EncodingType";

    private final JsonSink out;
    private final Set<String> encoded;
    private final EventBuffer early = new EventBuffer();
    private JsonSink to = early;
    private boolean decoding;
    private boolean decided;
    private int depth;
    private String top = "";
    private @Nullable String path;

    ListedKeys(JsonSink out, Set<String> encoded) {
        this.out = out;
        this.encoded = encoded;
    }

    private void decide(boolean url) {
        if (decided) {
            return;
        }
        decided = true;
        decoding = url;
        to = out;
        if (!early.isEmpty()) {
            depth = 0;
            top = "";
            path = null;
            early.replay(this);
        }
    }

    @Override
    public void beginObject() {
        depth++;
        to.beginObject();
    }

    @Override
    public void name(String name) {
        if (depth == 1) {
            top = name;
            path = name;
        } else if (depth == 2) {
            path = top + "." + name;
        } else {
            path = null;
        }
        to.name(name);
    }

    @Override
    public void endObject() {
        if (depth == 1) {
            decide(false);
        }
        depth--;
        to.endObject();
    }

    @Override
    public void beginArray() {
        to.beginArray();
    }

    @Override
    public void endArray() {
        to.endArray();
    }

    @Override
    public void string(String value) {
        to.string(decoding && path != null && encoded.contains(path) ? PercentEncoding.decodeForm(value) : value);
        if (depth == 1 && ENCODING_TYPE.equals(path)) {
            decide(value.equals("url"));
        }
    }

    @Override
    public void number(String literal) {
        to.number(literal);
    }

    @Override
    public void bool(boolean value) {
        to.bool(value);
    }

    @Override
    public void nothing() {
        to.nothing();
    }
}
