package dev.quarterdeck.wire;

/** Where a service is asked and how the request is signed. */
public sealed interface Endpoint {
    /** Always by https. {@code signingRegion} is another than the asked one where a service is partition-wide. */
    record Found(String host, String signingRegion, String signingName) implements Endpoint {
        Found withHost(String other) {
            return new Found(other, signingRegion, signingName);
        }
    }

    /** There is no such endpoint: the service is not in that region, or not in that variant. */
    record Refused(String message) implements Endpoint {}
}
