package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonName;
import dev.quarterdeck.wire.JsonSink;
import java.util.List;

/** Gives every event to several sinks. */
public record Tee(List<? extends JsonSink> sinks) implements JsonSink {
    static final Tee NOBODY = new Tee(List.of());

    @Override
    public void beginObject() {
        sinks.forEach(JsonSink::beginObject);
    }

    @Override
    public void name(String name) {
        sinks.forEach(sink -> sink.name(name));
    }

    @Override
    public void name(JsonName name) {
        sinks.forEach(sink -> sink.name(name));
    }

    @Override
    public void name(byte[] plain, int from, int to) {
        sinks.forEach(sink -> sink.name(plain, from, to));
    }

    @Override
    public void endObject() {
        sinks.forEach(JsonSink::endObject);
    }

    @Override
    public void beginArray() {
        sinks.forEach(JsonSink::beginArray);
    }

    @Override
    public void endArray() {
        sinks.forEach(JsonSink::endArray);
    }

    @Override
    public void string(String value) {
        sinks.forEach(sink -> sink.string(value));
    }

    @Override
    public void string(byte[] plain, int from, int to) {
        sinks.forEach(sink -> sink.string(plain, from, to));
    }

    @Override
    public void number(String literal) {
        sinks.forEach(sink -> sink.number(literal));
    }

    @Override
    public void number(byte[] literal, int from, int to) {
        sinks.forEach(sink -> sink.number(literal, from, to));
    }

    @Override
    public void bool(boolean value) {
        sinks.forEach(sink -> sink.bool(value));
    }

    @Override
    public void nothing() {
        sinks.forEach(JsonSink::nothing);
    }
}
