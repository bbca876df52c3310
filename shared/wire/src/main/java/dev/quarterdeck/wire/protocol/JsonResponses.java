package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Structure;
import java.io.IOException;
import java.io.InputStream;

/** Answers in JSON: the body is the output. */
final class JsonResponses implements ResponseFormat {
    private final JsonPlans plans;

    JsonResponses(JsonPlans plans) {
        this.plans = plans;
    }

    @Override
    public Decoded read(Operation operation, WireResponse response, JsonSink out) throws IOException {
        if (operation.output().isEmpty()) {
            return ResponseFormat.empty(out);
        }
        Structure structure = (Structure) operation.output().get().shape();
        out.beginObject();
        long dropped = members(structure, response.body(), out);
        out.endObject();
        return new Decoded.Whole(dropped);
    }

    /** The members of a body into an object that is open already; how many the model lacks. An empty body has none. */
    long members(Structure structure, InputStream body, JsonSink out) throws IOException {
        JsonStructure prepared = plans.structure(structure);
        JsonCursor in = JsonCursor.open(body);
        if (!in.isAtEnd() && !in.takesNull()) {
            if (in.peek() != '{') {
                throw in.malformed("it is no object");
            }
            in.begin();
            prepared.members(in, out);
        }
        return finish(in);
    }

    /** A member that alone is the body. */
    long payload(Structure parent, Member payload, InputStream body, JsonSink out) throws IOException {
        JsonCursor in = JsonCursor.open(body);
        if (in.isAtEnd()) {
            ResponseFormat.empty(out);
        } else {
            plans.value(parent, payload).read(in, out);
        }
        return finish(in);
    }

    /** How many members the model lacks, of a document that ends here. */
    private static long finish(JsonCursor in) throws IOException {
        if (!in.isAtEnd()) {
            throw in.malformed("it goes on after its end");
        }
        return in.dropped();
    }
}
