package dev.quarterdeck.edge.oidc;

import java.net.URI;

/** Where a browser goes to sign in, and what it must bring back in a cookie for the answer to count. */
public record Departure(URI to, String ticket) {
    @Override
    public String toString() {
        return "Departure[***]";
    }
}
