package dev.quarterdeck.edge.oidc;

import java.util.Optional;

/** What a browser brings back from the provider: the query's parameters, and the ticket from its cookie. */
public record Callback(
        Optional<String> state, Optional<String> code, Optional<String> issuer, Optional<String> ticket) {
    @Override
    public String toString() {
        return "Callback[***]";
    }
}
