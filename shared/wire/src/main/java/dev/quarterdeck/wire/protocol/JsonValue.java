package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.util.Locale;

/** Reads one form of JSON value into the sink. The cursor stands before the value, and afterwards behind it. */
interface JsonValue {
    void read(JsonCursor in, JsonSink out) throws IOException;

    /** Whatever is there, unchanged. */
    JsonValue ANY = JsonCursor::copy;

    JsonValue TIMESTAMP = (in, out) -> {
        if (in.takesNull()) {
            out.nothing();
        } else {
            in.formed(TextForm.TIMESTAMP, out);
        }
    };

    /** REST services may send these as texts. */
    JsonValue LENIENT_BOOLEAN = (in, out) -> {
        if (in.isText()) {
            out.bool(in.text().toLowerCase(Locale.ROOT).equals("true"));
        } else {
            in.copy(out);
        }
    };

    JsonValue LENIENT_WHOLE = (in, out) -> {
        if (in.isText()) {
            in.formed(TextForm.WHOLE, out);
        } else if (in.isNumber()) {
            in.whole(out);
        } else {
            in.copy(out);
        }
    };

    /** A text that stands for something else. */
    record Formed(TextForm form) implements JsonValue {
        @Override
        public void read(JsonCursor in, JsonSink out) throws IOException {
            if (in.isText()) {
                in.formed(form, out);
            } else {
                in.copy(out);
            }
        }
    }

    /** A list; its nulls stay. */
    record Items(JsonValue item) implements JsonValue {
        @Override
        public void read(JsonCursor in, JsonSink out) throws IOException {
            if (!in.opens('[', out)) {
                return;
            }
            out.beginArray();
            while (in.nextElement()) {
                if (in.takesNull()) {
                    out.nothing();
                } else {
                    item.read(in, out);
                }
            }
            out.endArray();
        }
    }

    /** A map; its nulls stay. */
    record Entries(JsonValue value) implements JsonValue {
        @Override
        public void read(JsonCursor in, JsonSink out) throws IOException {
            if (!in.opens('{', out)) {
                return;
            }
            out.beginObject();
            while (in.nextMember()) {
                in.name(out);
                if (in.takesNull()) {
                    out.nothing();
                } else {
                    value.read(in, out);
                }
            }
            out.endObject();
        }
    }
}
