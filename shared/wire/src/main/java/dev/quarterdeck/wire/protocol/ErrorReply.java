package dev.quarterdeck.wire.protocol;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS said instead of answering. {@code code} and {@code message} as boto3 tells them; {@code form} says whether they
 * were in the body at all; {@code details} holds what else the error element said (S3: {@code Region},
 * {@code Endpoint}, …).
 */
public record ErrorReply(
        int status,
        String code,
        String message,
        Form form,
        Optional<Duration> retryAfter,
        Map<String, String> details) {
    /** What the body was. */
    public enum Form {
        /** An error in the protocol's form. */
        MODELED,
        /** A page of a proxy, an emulator or a load balancer: code and message are those of the HTTP status. */
        HTML,
        EMPTY,
        /** Neither: code and message are those of the HTTP status or the body's text. */
        OTHER
    }

    public ErrorReply {
        details = Map.copyOf(details);
    }
}
