package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonName;
import dev.quarterdeck.wire.JsonSink;

/** Takes what nobody wants. */
enum Nowhere implements JsonSink {
    SINK;

    @Override
    public void beginObject() {}

    @Override
    public void name(String name) {}

    @Override
    public void name(JsonName name) {}

    @Override
    public void name(byte[] plain, int from, int to) {}

    @Override
    public void endObject() {}

    @Override
    public void beginArray() {}

    @Override
    public void endArray() {}

    @Override
    public void string(String value) {}

    @Override
    public void string(byte[] plain, int from, int to) {}

    @Override
    public void number(String literal) {}

    @Override
    public void number(byte[] literal, int from, int to) {}

    @Override
    public void bool(boolean value) {}

    @Override
    public void nothing() {}
}
