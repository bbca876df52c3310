package dev.quarterdeck.wire;

import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.protocol.Decoded;
import dev.quarterdeck.wire.protocol.Protocol;
import dev.quarterdeck.wire.protocol.WireResponse;
import java.io.IOException;

/** Gives an answer as one value. */
final class WholeAnswer implements Exchange.Answers {
    private final Protocol protocol;
    private final Operation operation;
    private final JsonSink sink;
    private boolean begun;

    WholeAnswer(Protocol protocol, Operation operation, JsonSink sink) {
        this.protocol = protocol;
        this.operation = operation;
        this.sink = sink;
    }

    @Override
    public Decoded read(WireResponse response) throws IOException {
        begun = true;
        Decoded decoded = protocol.decode(operation, response, sink);
        begun = decoded instanceof Decoded.Whole;
        return decoded;
    }

    @Override
    public boolean given() {
        return begun;
    }
}
