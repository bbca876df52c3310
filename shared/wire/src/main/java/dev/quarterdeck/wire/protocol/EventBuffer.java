package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.util.Arrays;

/** Keeps JSON events for later: what arrives before its place in the stream has come. */
final class EventBuffer implements JsonSink {
    /** An event without a text. */
    private enum Mark {
        BEGIN_OBJECT,
        END_OBJECT,
        BEGIN_ARRAY,
        END_ARRAY,
        NOTHING
    }

    /** A member's name, where a bare text is a value. */
    private record Name(String text) {}

    /** A number's literal. */
    private record Literal(String text) {}

    private Object[] events = new Object[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        Arrays.fill(events, 0, size, Mark.NOTHING);
        size = 0;
    }

    void replay(JsonSink sink) {
        for (int i = 0; i < size; i++) {
            switch (events[i]) {
                case String text -> sink.string(text);
                case Name(String text) -> sink.name(text);
                case Literal(String text) -> sink.number(text);
                case Boolean bool -> sink.bool(bool);
                case Mark mark -> mark(mark, sink);
                default -> throw new IllegalStateException("not an event: " + events[i]);
            }
        }
    }

    private static void mark(Mark mark, JsonSink sink) {
        switch (mark) {
            case BEGIN_OBJECT -> sink.beginObject();
            case END_OBJECT -> sink.endObject();
            case BEGIN_ARRAY -> sink.beginArray();
            case END_ARRAY -> sink.endArray();
            case NOTHING -> sink.nothing();
        }
    }

    private void add(Object event) {
        if (size == events.length) {
            events = Arrays.copyOf(events, size * 2);
        }
        events[size++] = event;
    }

    @Override
    public void beginObject() {
        add(Mark.BEGIN_OBJECT);
    }

    @Override
    public void name(String name) {
        add(new Name(name));
    }

    @Override
    public void endObject() {
        add(Mark.END_OBJECT);
    }

    @Override
    public void beginArray() {
        add(Mark.BEGIN_ARRAY);
    }

    @Override
    public void endArray() {
        add(Mark.END_ARRAY);
    }

    @Override
    public void string(String value) {
        add(value);
    }

    @Override
    public void number(String literal) {
        add(new Literal(literal));
    }

    @Override
    public void bool(boolean value) {
        add(value);
    }

    @Override
    public void nothing() {
        add(Mark.NOTHING);
    }
}
