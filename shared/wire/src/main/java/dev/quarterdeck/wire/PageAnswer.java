package dev.quarterdeck.wire;

import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.protocol.Decoded;
import dev.quarterdeck.wire.protocol.ItemSplitter;
import dev.quarterdeck.wire.protocol.Protocol;
import dev.quarterdeck.wire.protocol.WireResponse;
import java.io.IOException;
import java.util.function.Function;

/** Gives the items of one page, and keeps what the page says of the next one. */
final class PageAnswer implements Exchange.Answers {
    private final Protocol protocol;
    private final Operation operation;
    private final Function<ItemSink, ItemSplitter> splitters;
    private final Noticing sink;
    private ItemSplitter splitter;

    /** {@code splitters} makes a splitter for each try. */
    PageAnswer(Protocol protocol, Operation operation, Function<ItemSink, ItemSplitter> splitters, ItemSink sink) {
        this.protocol = protocol;
        this.operation = operation;
        this.splitters = splitters;
        this.sink = new Noticing(sink);
        this.splitter = splitters.apply(this.sink);
    }

    @Override
    public Decoded read(WireResponse response) throws IOException {
        splitter = splitters.apply(sink);
        return protocol.decode(operation, response, splitter);
    }

    @Override
    public boolean given() {
        return sink.noticed;
    }

    /** What the page held, once it was read to its end. */
    ItemSplitter page() {
        return splitter;
    }

    private static final class Noticing implements ItemSink {
        private final ItemSink sink;
        private boolean noticed;

        Noticing(ItemSink sink) {
            this.sink = sink;
        }

        @Override
        public JsonSink begin() {
            noticed = true;
            return sink.begin();
        }

        @Override
        public void end() {
            sink.end();
        }
    }
}
