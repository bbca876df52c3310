package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/** Answers of the REST protocol with bodies in XML. An element Error in place of the answer is an error, whatever the status. */
final class RestXmlResponses implements ResponseFormat {
    private final HeaderMembers headers;
    private final XmlPlans plans;

    RestXmlResponses(HeaderMembers headers, XmlPlans plans) {
        this.headers = headers;
        this.plans = plans;
    }

    @Override
    public Decoded read(Operation operation, WireResponse response, JsonSink out) throws IOException {
        if (operation.output().isEmpty()) {
            return ResponseFormat.empty(out);
        }
        Structure structure = (Structure) operation.output().get().shape();
        Optional<RawPayload> raw = RawPayload.of(structure);
        if (raw.isPresent()) {
            out.beginObject();
            headers.write(structure, response, out);
            raw.get().read(response.body(), out);
            out.endObject();
            return new Decoded.Whole(0);
        }
        return structured(structure, response, out);
    }

    private Decoded structured(Structure structure, WireResponse response, JsonSink out) throws IOException {
        Optional<XmlCursor> in = open(response.body());
        if (in.isPresent() && in.get().name().equals("Error")) {
            return new Decoded.Refused(XmlErrors.read(in.get(), response));
        }
        out.beginObject();
        headers.write(structure, response, out);
        Optional<Member> payload = structure.payload();
        if (payload.isPresent()) {
            out.name(payload.get().name());
            out.beginObject();
        }
        Structure inBody = payload.map(p -> (Structure) p.shape()).orElse(structure);
        long dropped = 0;
        if (in.isPresent()) {
            plans.structure(inBody).members(in.get(), out);
            in.get().finish();
            dropped = in.get().dropped();
        }
        if (payload.isPresent()) {
            out.endObject();
        }
        out.endObject();
        return new Decoded.Whole(dropped);
    }

    /** A cursor on the root, or nothing for an empty body. */
    static Optional<XmlCursor> open(InputStream body) throws IOException {
        PushbackInputStream peekable = new PushbackInputStream(body);
        int first = peekable.read();
        if (first < 0) {
            return Optional.empty();
        }
        peekable.unread(first);
        return Optional.of(XmlCursor.open(peekable));
    }
}
