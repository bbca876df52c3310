package dev.quarterdeck.catalog.boto3;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quarterdeck.wire.Endpoint;
import dev.quarterdeck.wire.protocol.WireRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final List<String> KINDS = List.of("maximal", "minimal", "empty", "unicode");
    /** Of signing, sending and retrying, not of the request. */
    private static final Pattern OF_SENDING = Pattern.compile(
            "user-agent|authorization|x-amz-date|x-amz-content-sha256|amz-sdk-.*|content-length|expect|x-amz-sdk-checksum-algorithm",
            CASE_INSENSITIVE);

    private static final Pattern CHECKSUM = Pattern.compile("content-md5|x-amz-checksum-(crc|sha).*", CASE_INSENSITIVE);

    private final Catalogued catalog = Catalogued.compiled();

    @Test
    void everyOperationsRequestsAreThoseThatBoto3Sends() throws IOException {
        new Held(catalog, "requests", KINDS).agrees("Requests equal to boto3's, by kind of input", this::differences);
    }

    private List<String> differences(JsonNode line) {
        String service = line.get("service").asText();
        try {
            WireRequest ours = catalog.protocol(service)
                    .request(
                            catalog.service(service)
                                    .operation(line.get("operation").asText()),
                            Inputs.map(line.get("input")));
            List<String> found = new ArrayList<>();
            differ(found, "method", line.get("method").asText(), ours.method());
            differ(found, "url", decoded(line.get("url").asText()), url(service, ours));
            differ(found, "headers", thoseThatMatter(sent(line)), thoseThatMatter(ours.headers()));
            differ(found, "checksum", true, hasChecksum(ours.headers()) || !hasChecksum(sent(line)));
            byte[] body = Base64.getDecoder().decode(line.get("body").asText());
            found.addAll(Bodies.differences(catalog.service(service).protocol(), body, ours.body()));
            return found;
        } catch (IOException | RuntimeException e) {
            return List.of(e + " for " + line.get("input"));
        }
    }

    private static void differ(List<String> found, String what, Object boto3, Object ours) {
        if (!boto3.equals(ours)) {
            found.add("%s: boto3 has %s, we have %s".formatted(what, boto3, ours));
        }
    }

    private String url(String service, WireRequest request) {
        Endpoint.Found endpoint = (Endpoint.Found) catalog.endpoints().find(service, "us-east-1", false, false);
        String query = request.query().stream()
                .map(it -> it.name() + "=" + it.value())
                .sorted()
                .collect(joining("&"));
        return "https://" + request.hostPrefix() + endpoint.host() + request.path() + "?" + query;
    }

    private static String decoded(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url + "?" : url.substring(0, query + 1) + Bodies.form(url.substring(query + 1));
    }

    private static Map<String, String> sent(JsonNode line) {
        Map<String, String> headers = new TreeMap<>();
        line.get("headers")
                .properties()
                .forEach(it -> headers.put(it.getKey(), it.getValue().asText()));
        return headers;
    }

    private static boolean hasChecksum(Map<String, String> headers) {
        return headers.keySet().stream().anyMatch(it -> CHECKSUM.matcher(it).matches());
    }

    private static Map<String, String> thoseThatMatter(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (!OF_SENDING.matcher(name).matches() && !CHECKSUM.matcher(name).matches()) {
                kept.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return kept;
    }
}
