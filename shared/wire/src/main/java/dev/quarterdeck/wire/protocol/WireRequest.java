package dev.quarterdeck.wire.protocol;

import java.util.List;
import java.util.Map;

/**
 * A request as the protocol wants it, before endpoint and signature. {@code hostPrefix} goes in front of the host
 * ({@code ""}: nothing), {@code path} is percent-encoded and begins with {@code /} (S3's as modelled:
 * {@code /Bucket/Key}), {@code query} is not encoded and keeps its order. It is made once and may be sent again.
 */
@SuppressWarnings("ArrayRecordComponent") // made here, sent once or again, never compared
public record WireRequest(
        String method,
        String hostPrefix,
        String path,
        List<Parameter> query,
        Map<String, String> headers,
        byte[] body) {
    /** One pair of the query string. */
    public record Parameter(String name, String value) {}

    public WireRequest {
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
    }
}
