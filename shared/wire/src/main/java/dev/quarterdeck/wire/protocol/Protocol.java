package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.ServiceModel;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Speaks one service's protocol. Immutable and cheap to share: make one a service. The handlers that botocore builds in
 * are applied both ways.
 */
public interface Protocol {
    static Protocol of(ServiceModel service) {
        return of(service, () -> UUID.randomUUID().toString());
    }

    /** {@code idempotencyTokens} gives the value of each idempotency member that the input leaves out. */
    static Protocol of(ServiceModel service, Supplier<String> idempotencyTokens) {
        return Protocols.of(service, idempotencyTokens);
    }

    /**
     * Checks the input against the model and serialises it.
     *
     * @throws IllegalArgumentException naming operation, member and value if the model does not allow the input
     */
    WireRequest request(Operation operation, Map<String, ?> input);

    /**
     * Decodes a response with status below 300 into the sink: one object, boto3's parsed response without
     * ResponseMetadata.
     *
     * @throws IOException if the body cannot be read to its end or is malformed; the sink may hold a part of it then
     */
    Decoded decode(Operation operation, WireResponse response, JsonSink sink) throws IOException;

    /** Reads what was wrong from a response with any other status. */
    ErrorReply error(WireResponse response) throws IOException;
}
