package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Structure;
import java.io.IOException;

/** Answers of the query protocol and of EC2's dialect: the whole body is the output, in the former within a wrapper. */
final class QueryResponses implements ResponseFormat {
    private final XmlPlans plans;

    QueryResponses(XmlPlans plans) {
        this.plans = plans;
    }

    @Override
    public Decoded read(Operation operation, WireResponse response, JsonSink out) throws IOException {
        if (operation.output().isEmpty()) {
            return ResponseFormat.empty(out);
        }
        Structure structure = (Structure) operation.output().get().shape();
        XmlCursor in = XmlCursor.open(response.body());
        if (operation.resultWrapper().isPresent()) {
            enter(in, operation.resultWrapper().get());
        }
        plans.structure(structure).read(in, out);
        in.finish();
        return new Decoded.Whole(in.dropped());
    }

    private static void enter(XmlCursor in, String wrapper) throws IOException {
        while (in.nextChild()) {
            if (in.name().equals(wrapper)) {
                return;
            }
            in.skip();
        }
        throw new MalformedResponseException("the answer has no element called '%s'".formatted(wrapper));
    }
}
