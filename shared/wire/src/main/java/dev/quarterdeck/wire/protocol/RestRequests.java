package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Location;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST protocols: members go into path, query string and headers; what is left is the body. */
final class RestRequests implements RequestFormat {
    private final Body body;

    /** Which language bodies are in. */
    enum Body {
        JSON,
        XML
    }

    RestRequests(Body body) {
        this.body = body;
    }

    @Override
    public WireRequest write(Operation operation, Map<String, ?> input, String hostPrefix) {
        RestParts parts = new RestParts(operation);
        Optional<Structure> shape = operation.input().map(member -> (Structure) member.shape());
        shape.ifPresent(structure -> input.forEach((name, value) -> {
            Member member = structure.member(name);
            if (member != null) {
                parts.place(member, value);
            }
        }));
        byte[] bytes = shape.map(structure -> body(operation, structure, input)).orElse(new byte[0]);
        if (body == Body.JSON && bytes.length > 0 && !isRawPayload(shape)) {
            parts.headerUnlessSet("Content-Type", "application/json");
        }
        return new WireRequest(
                operation.http().method(), hostPrefix, parts.path(), parts.query(), parts.headers(), bytes);
    }

    private static boolean isRawPayload(Optional<Structure> shape) {
        return shape.flatMap(Structure::payload).filter(RestRequests::isRaw).isPresent();
    }

    private static boolean isRaw(Member payload) {
        return payload.shape() instanceof Scalar scalar
                && (scalar.kind() == Scalar.Kind.BLOB || scalar.kind() == Scalar.Kind.STRING);
    }

    private byte[] body(Operation operation, Structure structure, Map<String, ?> input) {
        Optional<Member> payload = structure.payload();
        if (payload.isPresent()) {
            return payload(payload.get(), input);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        input.forEach((name, value) -> {
            Member member = structure.member(name);
            if (member != null && isInBody(member)) {
                members.put(name, value);
            }
        });
        if (body == Body.JSON) {
            return structure.members().stream().anyMatch(RestRequests::isInBody)
                    ? JsonBody.of(structure, members)
                    : new byte[0];
        }
        return members.isEmpty() ? new byte[0] : XmlBody.of(operation.input().orElseThrow(), members);
    }

    private byte[] payload(Member payload, Map<String, ?> input) {
        Object value = input.get(payload.name());
        if (isRaw(payload)) {
            return value == null ? new byte[0] : Values.bytes(value);
        }
        if (body == Body.JSON) {
            return JsonBody.ofMember(payload, value == null ? Map.of() : value);
        }
        return value == null ? new byte[0] : XmlBody.of(payload, (Map<?, ?>) value);
    }

    private static boolean isInBody(Member member) {
        return member.traits().location() == Location.BODY || member.traits().location() == Location.STATUS_CODE;
    }

    /** The query string written in the template itself, such as {@code ?acl}. */
    static List<WireRequest.Parameter> literalQuery(String template) {
        int mark = template.indexOf('?');
        if (mark < 0) {
            return List.of();
        }
        return List.of(template.substring(mark + 1).split("&")).stream()
                .map(pair -> pair.split("=", 2))
                .map(pair -> new WireRequest.Parameter(pair[0], pair.length > 1 ? pair[1] : ""))
                .toList();
    }
}
