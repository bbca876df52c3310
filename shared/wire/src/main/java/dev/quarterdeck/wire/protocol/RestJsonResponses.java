package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Structure;
import java.io.IOException;
import java.util.Optional;

/** Answers of the REST protocol with bodies in JSON. */
final class RestJsonResponses implements ResponseFormat {
    private final HeaderMembers headers;
    private final JsonResponses bodies;

    RestJsonResponses(HeaderMembers headers, JsonResponses bodies) {
        this.headers = headers;
        this.bodies = bodies;
    }

    @Override
    public Decoded read(Operation operation, WireResponse response, JsonSink out) throws IOException {
        if (operation.output().isEmpty()) {
            return ResponseFormat.empty(out);
        }
        Structure structure = (Structure) operation.output().get().shape();
        out.beginObject();
        headers.write(structure, response, out);
        long dropped = body(structure, response, out);
        out.endObject();
        return new Decoded.Whole(dropped);
    }

    private long body(Structure structure, WireResponse response, JsonSink out) throws IOException {
        Optional<RawPayload> raw = RawPayload.of(structure);
        if (raw.isPresent()) {
            raw.get().read(response.body(), out);
            return 0;
        }
        Optional<Member> payload = structure.payload();
        if (payload.isPresent()) {
            out.name(payload.get().name());
            return bodies.payload(structure, payload.get(), response.body(), out);
        }
        return bodies.members(structure, response.body(), out);
    }
}
