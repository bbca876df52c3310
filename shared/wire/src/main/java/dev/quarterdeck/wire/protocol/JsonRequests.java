package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.ServiceModel;
import dev.quarterdeck.wire.model.Structure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The JSON protocols 1.0 and 1.1: everything in the body, the operation in a header. */
final class JsonRequests implements RequestFormat {
    private final ServiceModel service;

    JsonRequests(ServiceModel service) {
        this.service = service;
    }

    @Override
    public WireRequest write(Operation operation, Map<String, ?> input, String hostPrefix) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Amz-Target", service.required("targetPrefix") + "." + operation.name());
        headers.put("Content-Type", "application/x-amz-json-" + service.required("jsonVersion"));
        if (service.metadata("awsQueryCompatible").isPresent()) {
            headers.put("x-amzn-query-mode", "true");
        }
        byte[] body = operation
                .input()
                .map(member -> JsonBody.of((Structure) member.shape(), input))
                .orElseGet(() -> "{}".getBytes(StandardCharsets.UTF_8));
        return new WireRequest(operation.http().method(), hostPrefix, "/", List.of(), headers, body);
    }
}
