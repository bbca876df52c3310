package dev.quarterdeck.bench.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the simulated AWS answers to one call: a body without rows, one with them and one of which one row in a hundred, or
 * one at least, is another than before; and how a request for it looks
 * ({@code uri} as the service model has it, with labels in braces).
 */
record Canned(String service, String operation, Asked asked, int rows, Bodies bodies) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Asked(String signingName, String method, Pattern path, String query) {}

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Bodies(byte[] empty, byte[] full, byte[] changed, String contentType) {}

    /** Whether it is a list. */
    boolean listed() {
        return rows > 0;
    }

    static List<Canned> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Canned::of).toList();
        }
    }

    private static Canned of(String line) {
        try {
            JsonNode call = JSON.readTree(line);
            String uri = call.get("uri").asText();
            return new Canned(
                    call.get("service").asText(),
                    call.get("operation").asText(),
                    new Asked(
                            call.get("signing_name").asText(),
                            call.get("method").asText(),
                            path(uri),
                            query(uri)),
                    call.get("rows").asInt(),
                    new Bodies(
                            bytes(call, "empty"),
                            bytes(call, "full"),
                            bytes(call, "changed"),
                            call.get("content_type").asText()));
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static byte[] bytes(JsonNode call, String name) {
        return call.get(name).asText().getBytes(StandardCharsets.UTF_8);
    }

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
