package dev.quarterdeck.collect.scan;

import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonName;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.protocol.ItemSplitter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the lists of several types from one answer: each page is split for each of them while it streams by. */
final class SisterScan implements ItemSink {
    private final List<TypeScan> scans;

    SisterScan(List<TypeScan> scans) {
        this.scans = scans;
    }

    @Override
    public JsonSink begin() {
        return new Split(scans.stream()
                .map(scan -> new ItemSplitter(scan.paging(), List.of(), Optional.empty(), scan))
                .toList());
    }

    @Override
    public void end() {
        // What each of them took has ended before.
    }

    @Override
    public void endPage() {
        scans.forEach(ItemSink::endPage);
    }

    /** One value for all. */
    private record Split(List<ItemSplitter> all) implements JsonSink {
        private void each(Consumer<JsonSink> event) {
            all.forEach(event);
        }

        @Override
        public void beginObject() {
            each(JsonSink::beginObject);
        }

        @Override
        public void name(String name) {
            each(sink -> sink.name(name));
        }

        @Override
        public void name(JsonName name) {
            each(sink -> sink.name(name));
        }

        @Override
        public void endObject() {
            each(JsonSink::endObject);
        }

        @Override
        public void beginArray() {
            each(JsonSink::beginArray);
        }

        @Override
        public void endArray() {
            each(JsonSink::endArray);
        }

        @Override
        public void string(String value) {
            each(sink -> sink.string(value));
        }

        @Override
        public void string(byte[] plain, int from, int to) {
            each(sink -> sink.string(plain, from, to));
        }

        @Override
        public void number(String literal) {
            each(sink -> sink.number(literal));
        }

        @Override
        public void number(byte[] literal, int from, int to) {
            each(sink -> sink.number(literal, from, to));
        }

        @Override
        public void bool(boolean value) {
            each(sink -> sink.bool(value));
        }

        @Override
        public void nothing() {
            each(JsonSink::nothing);
        }
    }
}
