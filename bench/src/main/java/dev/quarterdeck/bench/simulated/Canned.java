package dev.quarterdeck.bench.simulated;

import java.util.regex.Pattern;

/**
 * What the simulated AWS answers to one call: a body without rows and one with them, and how a request for it looks
 * ({@code uri} as the service model has it, with labels in braces).
 */
record Canned(String service, String operation, Asked asked, boolean listed, Bodies bodies) {
    record Asked(String signingName, String method, Pattern path, String query) {}

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Bodies(byte[] empty, byte[] full, String contentType) {}

    /** The pattern of paths that a model's URI stands for. */
    static Pattern path(String uri) {
        String path = uri.contains("?") ? uri.substring(0, uri.indexOf('?')) : uri;
        var pattern = new StringBuilder();
        for (String part : path.split("(?=\\{)|(?<=\\})", -1)) {
            pattern.append(part.startsWith("{") ? part.endsWith("+}") ? ".+" : "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(pattern + "/?");
    }

    /** What must stand in the query string, such as {@code policy} of {@code /{Bucket}?policy}. */
    static String query(String uri) {
        return uri.contains("?") ? uri.substring(uri.indexOf('?') + 1) : "";
    }

    /** The name in {@code name=value}. */
    static String name(String query) {
        int value = query.indexOf('=');
        return value < 0 ? query : query.substring(0, value);
    }
}
