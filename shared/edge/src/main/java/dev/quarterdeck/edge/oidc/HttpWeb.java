package dev.quarterdeck.edge.oidc;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The JDK's client, held to five seconds and 64 KB. */
public final class HttpWeb implements Web {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Json.Obj get(URI uri) throws IOException {
        return answer(HttpRequest.newBuilder(uri).GET());
    }

    @Override
    public Json.Obj post(URI uri, OidcSettings.Client client, Map<String, String> form) throws IOException {
        String credentials = encoded(client.id()) + ":" + encoded(client.secret());
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(utf8(credentials)))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Json.Obj answer(HttpRequest.Builder request) throws IOException {
        var built =
                request.timeout(PATIENCE).header("Accept", "application/json").build();
        try {
            var response = http.send(built, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return read(response.statusCode(), in.readNBytes(LARGEST + 1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("asking the identity provider was interrupted");
        }
    }

    private static Json.Obj read(int status, byte[] body) throws IOException {
        if (status != 200) {
            throw new IOException("the identity provider answered " + status);
        }
        if (body.length > LARGEST) {
            throw new IOException("the identity provider answered more than 64 KB");
        }
        try {
            if (Json.parse(new String(body, StandardCharsets.UTF_8)) instanceof Json.Obj object) {
                return object;
            }
        } catch (MalformedJsonException _) {
            // told below: what was malformed does not matter, and may hold a token
        }
        throw new IOException("the identity provider answered something other than a JSON object");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
