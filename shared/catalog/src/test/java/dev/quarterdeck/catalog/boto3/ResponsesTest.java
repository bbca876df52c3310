package dev.quarterdeck.catalog.boto3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.protocol.Decoded;
import dev.quarterdeck.wire.protocol.ErrorReply;
import dev.quarterdeck.wire.protocol.Headers;
import dev.quarterdeck.wire.protocol.JavaValues;
import dev.quarterdeck.wire.protocol.Protocol;
import dev.quarterdeck.wire.protocol.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponsesTest {
    private static final List<String> KINDS = List.of("maximal", "minimal", "empty", "unicode", "strange", "error");

    private final Catalogued catalog = Catalogued.compiled();

    @Test
    void everyOperationsAnswersAreDecodedAsBoto3DoesIt() throws IOException {
        new Held(catalog, "responses", KINDS)
                .agrees("Responses decoded as boto3 decodes them, by kind", this::differences);
    }

    private List<String> differences(JsonNode line) {
        String service = line.get("service").asText();
        Operation operation =
                catalog.service(service).operation(line.get("operation").asText());
        try {
            return new Case(catalog.protocol(service), operation, line).differences();
        } catch (IOException | RuntimeException e) {
            return List.of("seed %d: %s for %s".formatted(line.get("seed").asInt(), e, body(line)));
        }
    }

    private static String body(JsonNode line) {
        return new String(Base64.getDecoder().decode(line.get("body").asText()), UTF_8);
    }

    private record Case(Protocol protocol, Operation operation, JsonNode line) {
        List<String> differences() throws IOException {
            if (line.get("status").asInt() >= 300) {
                return refused(protocol.error(response()));
            }
            JavaValues values = new JavaValues();
            return switch (protocol.decode(operation, response(), values)) {
                case Decoded.Refused(ErrorReply error) -> refused(error);
                case Decoded.Whole _ ->
                    line.has("expected")
                            ? Differences.between(line.get("expected"), values.value())
                            : List.of("boto3 says " + line.get("error") + ", we decoded " + values.value());
            };
        }

        private List<String> refused(ErrorReply error) {
            Map<String, @Nullable Object> said = new HashMap<>();
            said.put("code", error.code());
            said.put("message", error.message());
            return line.has("error")
                    ? Differences.between(line.get("error"), said)
                    : List.of("only we see an error: " + error);
        }

        private WireResponse response() {
            Map<String, List<String>> headers = new HashMap<>();
            line.get("headers")
                    .properties()
                    .forEach(header -> headers.put(
                            header.getKey(), List.of(header.getValue().asText())));
            byte[] body = Base64.getDecoder().decode(line.get("body").asText());
            return new WireResponse(line.get("status").asInt(), Headers.of(headers), new ByteArrayInputStream(body));
        }
    }
}
