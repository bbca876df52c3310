package dev.quarterdeck.testkit.journey;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A program at a hub, over HTTP and with nothing of the product between. */
public final class HttpHand implements AtHub {
    private static final String ACCOUNTS = "/api/aws/accounts";

    private final URI hub;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpHand(URI hub, Optional<String> token) {
        this.hub = hub;
        this.token = token;
    }

    /** Becomes the first administrator. */
    public static HttpHand signUp(URI hub, String setupCode, String name, String password) {
        return opened(hub, "/api/setup", typed(name, password).put("setup_code", setupCode));
    }

    public static HttpHand signIn(URI hub, String name, String password) {
        return opened(hub, "/api/sessions", typed(name, password));
    }

    private static Members typed(String name, String password) {
        return new Members().put("name", name).put("password", password).put("as", "token");
    }

    private static HttpHand opened(URI hub, String path, Members body) {
        Json.Obj opened = new HttpHand(hub, Optional.empty()).post(path, body.json());
        return new HttpHand(hub, opened.get("token").map(HttpHand::text));
    }

    @Override
    public Json.Obj connect(String name, String roleArn) {
        var role = new Members().put("kind", "role").put("role_arn", roleArn);
        return post(
                ACCOUNTS,
                new Members().put("name", name).put("connection", role).json());
    }

    @Override
    public Json.Obj show(AccountId account) {
        return get(path(account));
    }

    @Override
    public Json.Obj validate(AccountId account) {
        return post(path(account) + "/validate");
    }

    @Override
    public Json.Obj update(AccountId account, String owner) {
        HttpResponse<String> read = send("GET", path(account), Optional.empty(), Optional.empty());
        Json.Obj before = body(read);
        var change = new Members().put("owner", owner);
        before.get("name").ifPresent(name -> change.put("name", name));
        return body(send(
                "PUT", path(account), Optional.of(change.json()), read.headers().firstValue("ETag")));
    }

    @Override
    public Json.Obj trust(AccountId account) {
        return get(path(account) + "/templates/trust");
    }

    @Override
    public Json.Obj rotate(AccountId account) {
        return post(path(account) + "/rotate");
    }

    @Override
    public Json.Obj revoke(AccountId account) {
        return post(path(account) + "/revoke");
    }

    @Override
    public Json.Obj restore(AccountId account) {
        return post(path(account) + "/restore");
    }

    @Override
    public Json.Obj impact(AccountId account) {
        return get(path(account) + "/impact");
    }

    @Override
    public Json.Obj delete(AccountId account, String typedName) {
        var impact = send("GET", path(account) + "/impact", Optional.empty(), Optional.empty());
        String name = URLEncoder.encode(typedName, StandardCharsets.UTF_8);
        return body(send(
                "DELETE",
                path(account) + "?name=" + name,
                Optional.empty(),
                impact.headers().firstValue("ETag")));
    }

    @Override
    public Json.Obj undelete(AccountId account) {
        return post(path(account) + "/undelete");
    }

    private static String path(AccountId account) {
        return ACCOUNTS + "/" + account;
    }

    /** What the hub answers to a question. */
    public Json.Obj get(String path) {
        return body(send("GET", path, Optional.empty(), Optional.empty()));
    }

    /** What the hub answers to a wish that needs no words. */
    public Json.Obj post(String path) {
        return body(send("POST", path, Optional.empty(), Optional.empty()));
    }

    /** What the hub answers to a wish. */
    public Json.Obj post(String path, Json.Obj body) {
        return body(send("POST", path, Optional.of(body), Optional.empty()));
    }

    private HttpResponse<String> send(String method, String path, Optional<Json.Obj> body, Optional<String> version) {
        var request = HttpRequest.newBuilder(hub.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("X-Hub-Request", "1")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.text())).orElse(BodyPublishers.noBody()));
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        version.ifPresent(tag -> request.header("If-Match", tag));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the hub was asked", e);
        }
    }

    private static Json.Obj body(HttpResponse<String> answer) {
        Json.Obj body = answer.body().isEmpty() ? Json.Obj.EMPTY : (Json.Obj) Json.parse(answer.body());
        if (answer.statusCode() >= 400) {
            throw new Refused(body.get("detail").map(HttpHand::text).orElse("status " + answer.statusCode()));
        }
        return body;
    }

    private static String text(Json value) {
        return value instanceof Json.Str(var text) ? text : value.text();
    }
}
