package dev.quarterdeck.wire;

/**
 * Takes one JSON value as a stream of events, in document order. Instants come as UTC text
 * {@code 2024-01-01T00:00:00[.ffffff]+00:00}, blobs as base64 text, numbers as their JSON text.
 */
public interface JsonSink {
    void beginObject();

    void name(String name);

    void endObject();

    void beginArray();

    void endArray();

    void string(String value);

    /** A number in JSON's notation. */
    void number(String literal);

    void bool(boolean value);

    void nothing();
}
