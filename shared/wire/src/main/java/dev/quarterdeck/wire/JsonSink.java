package dev.quarterdeck.wire;

import java.nio.charset.StandardCharsets;

/**
 * Takes one JSON value as a stream of events, in document order. Instants come as UTC text
 * {@code 2024-01-01T00:00:00[.ffffff]+00:00}, blobs as base64 text, numbers as their JSON text. What comes as bytes is
 * ASCII that JSON writes without escapes, and is to be read during the call only: a sink that writes bytes can copy it.
 */
public interface JsonSink {
    void beginObject();

    void name(String name);

    default void name(JsonName name) {
        name(name.text());
    }

    default void name(byte[] plain, int from, int to) {
        name(ascii(plain, from, to));
    }

    void endObject();

    void beginArray();

    void endArray();

    void string(String value);

    default void string(byte[] plain, int from, int to) {
        string(ascii(plain, from, to));
    }

    /** A number in JSON's notation. */
    void number(String literal);

    default void number(byte[] literal, int from, int to) {
        number(ascii(literal, from, to));
    }

    void bool(boolean value);

    void nothing();

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
