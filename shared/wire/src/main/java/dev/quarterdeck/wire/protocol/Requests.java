package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.ServiceModel;
import dev.quarterdeck.wire.model.Trait;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Makes a service's requests: handlers, tokens, check, serialise, checksum. */
final class Requests {
    private final ServiceModel service;
    private final RequestFormat format;
    private final Supplier<String> idempotencyTokens;

    Requests(ServiceModel service, RequestFormat format, Supplier<String> idempotencyTokens) {
        this.service = service;
        this.format = format;
        this.idempotencyTokens = idempotencyTokens;
    }

    WireRequest request(Operation operation, Map<String, ?> given) {
        String call = service.name() + " " + operation.name();
        Map<String, Object> input = new LinkedHashMap<>(given);
        InputHandlers.apply(service.name(), operation, input);
        for (Member member : operation.inputMembers()) {
            if (member.traits().has(Trait.IDEMPOTENCY_TOKEN)) {
                input.computeIfAbsent(member.name(), _ -> idempotencyTokens.get());
            }
        }
        check(call, operation, input);
        String hostPrefix = HostPrefix.of(call, operation, input);
        WireRequest request = format.write(operation, input, hostPrefix);
        return BodyChecksum.added(operation, input, withServiceHeaders(request));
    }

    private static void check(String call, Operation operation, Map<String, Object> input) {
        if (operation.input().isPresent()) {
            InputCheck.check(call, operation.input().get(), input);
        } else if (!input.isEmpty()) {
            throw new IllegalArgumentException("%s takes no input: '%s'".formatted(call, input));
        }
    }

    /** Headers that botocore's handlers add to every request of some services. */
    private WireRequest withServiceHeaders(WireRequest request) {
        return switch (service.name()) {
            case "apigateway" -> withHeader(request, "Accept", "application/json");
            case "glacier" -> withHeader(request, "x-amz-glacier-version", service.apiVersion());
            default -> request;
        };
    }

    private static WireRequest withHeader(WireRequest request, String name, String value) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.putIfAbsent(name, value);
        return new WireRequest(
                request.method(), request.hostPrefix(), request.path(), request.query(), headers, request.body());
    }
}
