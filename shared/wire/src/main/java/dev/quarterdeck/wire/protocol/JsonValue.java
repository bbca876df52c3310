package dev.quarterdeck.wire.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads one form of JSON value into the sink. The parser stands on the value's first token, and afterwards on its last. */
interface JsonValue {
    void read(JsonParser in, JsonReading reading, JsonSink out) throws IOException;

    /** Whatever is there, unchanged. */
    JsonValue ANY = (in, _, out) -> JsonTokens.copy(in, out);

    /** A text that is most often just that. */
    JsonValue TEXT = (in, _, out) -> {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            out.string(in.getText());
        } else {
            JsonTokens.copy(in, out);
        }
    };

    JsonValue TIMESTAMP = (in, _, out) -> {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            out.nothing();
        } else {
            out.string(Timestamps.canonical(in.getText()));
        }
    };

    JsonValue BLOB = (in, _, out) -> {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            out.string(Texts.base64(in.getText()));
        } else {
            JsonTokens.copy(in, out);
        }
    };

    /** REST services may send these as texts. */
    JsonValue LENIENT_BOOLEAN = (in, _, out) -> {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            out.bool(in.getText().toLowerCase(Locale.ROOT).equals("true"));
        } else {
            JsonTokens.copy(in, out);
        }
    };

    JsonValue LENIENT_WHOLE = (in, _, out) -> {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            Texts.whole(in.getText(), out);
        } else if (in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            out.number(new BigDecimal(in.getText()).toBigInteger().toString());
        } else {
            JsonTokens.copy(in, out);
        }
    };

    JsonValue LENIENT_DECIMAL = (in, _, out) -> {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            Texts.decimal(in.getText(), out);
        } else {
            JsonTokens.copy(in, out);
        }
    };

    /** A text that stands for something else. */
    record Formed(TextForm form) implements JsonValue {
        @Override
        public void read(JsonParser in, JsonReading reading, JsonSink out) throws IOException {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                Texts.write(form, in.getText(), out);
            } else {
                JsonTokens.copy(in, out);
            }
        }
    }

    /** A list; its nulls stay. */
    record Items(JsonValue item) implements JsonValue {
        @Override
        public void read(JsonParser in, JsonReading reading, JsonSink out) throws IOException {
            if (!reading.opens(in, JsonToken.START_ARRAY, out)) {
                return;
            }
            out.beginArray();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (in.currentToken() == JsonToken.VALUE_NULL) {
                    out.nothing();
                } else {
                    item.read(in, reading, out);
                }
            }
            out.endArray();
        }
    }

    /** A map; its nulls stay. */
    record Entries(JsonValue value) implements JsonValue {
        @Override
        public void read(JsonParser in, JsonReading reading, JsonSink out) throws IOException {
            if (!reading.opens(in, JsonToken.START_OBJECT, out)) {
                return;
            }
            out.beginObject();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                out.name(in.currentName());
                if (in.nextToken() == JsonToken.VALUE_NULL) {
                    out.nothing();
                } else {
                    value.read(in, reading, out);
                }
            }
            out.endObject();
        }
    }
}
