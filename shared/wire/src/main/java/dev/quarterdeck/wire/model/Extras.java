package dev.quarterdeck.wire.model;

import java.util.Map;
import java.util.Optional;

/**
 * What only some operations have. {@code endpointContext} holds the constants and {@code endpointMembers} the input
 * members (by parameter name) that the endpoint depends on; {@code authType} is {@code none}, {@code v4-unsigned-body}
 * and the like.
 */
public record Extras(
        Optional<String> hostPrefix,
        Optional<String> authType,
        Optional<Checksum> checksum,
        Map<String, String> endpointContext,
        Map<String, String> endpointMembers,
        Optional<Paginator> paginator) {
    public Extras {
        endpointContext = Map.copyOf(endpointContext);
        endpointMembers = Map.copyOf(endpointMembers);
    }
}
