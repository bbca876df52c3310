package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A body that is a member's text or bytes as they are. */
record RawPayload(Member member, Scalar.Kind kind) {
    static Optional<RawPayload> of(Structure structure) {
        return structure.payload().flatMap(RawPayload::of);
    }

    private static Optional<RawPayload> of(Member payload) {
        return payload.shape() instanceof Scalar scalar
                        && (scalar.kind() == Scalar.Kind.STRING || scalar.kind() == Scalar.Kind.BLOB)
                ? Optional.of(new RawPayload(payload, scalar.kind()))
                : Optional.empty();
    }

    void read(InputStream body, JsonSink out) throws IOException {
        byte[] bytes = body.readAllBytes();
        out.name(member.name());
        if (kind == Scalar.Kind.STRING) {
            out.string(new String(bytes, StandardCharsets.UTF_8));
        } else {
            out.string(Base64.getEncoder().encodeToString(bytes));
        }
    }
}
