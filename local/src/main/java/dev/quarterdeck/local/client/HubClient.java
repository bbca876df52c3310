package dev.quarterdeck.local.client;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks a hub, by whatever transport, and gives what it answered or says why it did not. */
public final class HubClient implements AutoCloseable {
    private final Transport transport;

    public HubClient(Transport transport) {
        this.transport = transport;
    }

    public Answer get(String path, Map<String, String> query) {
        return ask("GET", path + text(query), Optional.empty(), Headers.NONE);
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    /** Posts once, however often the network makes us try. */
    public Answer post(String path, Json.Obj body) {
        Optional<Json> content = body.equals(Json.Obj.EMPTY) ? Optional.empty() : Optional.of(body);
        return ask(
                "POST",
                path,
                content,
                Headers.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Posts a question, which changes nothing however often it is asked. */
    public Answer ask(String path, Json.Obj question) {
        return ask("POST", path, Optional.of(question), Headers.NONE);
    }

    /** Puts what has no versions. */
    public Answer put(String path, Json body) {
        return ask("PUT", path, Optional.of(body), Headers.NONE);
    }

    public Answer patch(String path, Json body) {
        return ask("PATCH", path, Optional.of(body), Headers.NONE);
    }

    /** What somebody typed, as one segment of a path. */
    public static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    /** Puts over the version that was read. */
    public Answer put(String path, Json body, String tag) {
        return ask("PUT", path, Optional.of(body), Headers.of("If-Match", tag));
    }

    public Answer delete(String path) {
        return ask("DELETE", path, Optional.empty(), Headers.NONE);
    }

    /** Deletes what was read in this version. */
    public Answer delete(String path, Map<String, String> query, String tag) {
        return ask("DELETE", path + text(query), Optional.empty(), Headers.of("If-Match", tag));
    }

    /** All items of a list, page after page. */
    public List<Fields> all(String path, Map<String, String> query) {
        var items = new ArrayList<Fields>();
        pages(path, query, page -> items.addAll(page.objects("items")));
        return items;
    }

    /** Page after page of a list that says more than its items. */
    public void pages(String path, Map<String, String> query, Consumer<Fields> taker) {
        Optional<String> cursor = Optional.empty();
        do {
            var asked = new LinkedHashMap<>(query);
            cursor.ifPresent(place -> asked.put("cursor", place));
            Fields page = get(path, asked).fields();
            taker.accept(page);
            cursor = page.maybeText("cursor");
        } while (cursor.isPresent());
    }

    /** A file, to be read while it comes. */
    public Body file(String path) {
        HttpResponse response = send("GET", path, Optional.empty(), Headers.NONE);
        if (response.status() != 200) {
            var _ = Answer.of(response);
        }
        return response.body();
    }

    /** Waits for what was asked for and takes its time, where nobody but this process does it. */
    public void settle() {
        transport.settle();
    }

    private Answer ask(String method, String target, Optional<Json> body, Headers headers) {
        return Answer.of(send(method, target, body, headers));
    }

    private HttpResponse send(String method, String target, Optional<Json> body, Headers headers) {
        Headers marked = headers.with("X-Hub-Request", "1");
        Headers typed = body.isPresent() ? marked.with("Content-Type", "application/json") : marked;
        return transport.send(new HttpRequest(
                method, target, typed, body.map(json -> Body.of(json.text())).orElse(Body.EMPTY), "127.0.0.1"));
    }

    private static String text(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        transport.close();
    }
}
