package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.hub.CompanyFile;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.vault.OwnFile;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.oidc.Lie;
import dev.quarterdeck.testkit.oidc.OidcProvider;
import dev.quarterdeck.wire.AwsClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A browser signs in at the company's provider and comes back to a served hub; all over real HTTP. */
class CompanySignInTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/");

    @TempDir
    private Path home;

    private final HttpClient http = HttpClient.newHttpClient();
    private final OidcProvider provider = OidcProvider.start(NOBODY, Clock.systemUTC());
    private final AwsClient aws = EmulatorClient.at(NOBODY, AwsClient.Catalog.shipped());
    private LocalHub hub;
    private Serving serving;

    @BeforeEach
    void serve() {
        hub = hub(CompanyFile.read(written(provider.issuer())));
        serving = Serving.start(new Home(home), new Listening.Near(0), hub, _ -> {});
        provider.sendBackTo(at("/auth/callback"));
    }

    @AfterEach
    void stop() {
        serving.close();
        hub.close();
        aws.close();
        provider.close();
    }

    @Test
    void letsInWhomTheProviderVouchesForWithNoRightsOfTheirOwn() throws Exception {
        HttpResponse<String> left = get(at("/auth/login"));
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("quarterdeck-%d-ticket=".formatted(serving.address().getPort()))
                .contains("; HttpOnly; SameSite=Lax; Max-Age=600");

        HttpResponse<String> back = get(answered(left), "Cookie", cookie(left, "ticket"));

        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(back.body()).contains("url=/");
        assertThat(back.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(back.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.contains("SameSite=Strict"))
                .anyMatch(set -> set.contains("-ticket=; ") && set.contains("Max-Age=0"));
        String session =
                cookie(back, "quarterdeck-%d=".formatted(serving.address().getPort()));
        Fields me = json(get(at("/api/me"), "Cookie", session));
        assertThat(me.text("name")).isEqualTo("Ana");
        assertThat(me.text("issuer")).isEqualTo(provider.issuer().toString());
        assertThat(get(at("/api/aws/accounts"), "Cookie", session).statusCode())
                .as("unknown before, and nobody gave a right")
                .isEqualTo(403);
        assertThat(audit("session.open")).containsExactly("allowed");
    }

    @Test
    void groupsHaveTheRightsThatTheyWereGivenAndSigningOutEndsThemThereToo() throws Exception {
        var binding = new Members()
                .put(
                        "subject",
                        new Members().put("iss", provider.issuer().toString()).put("group", "ops"))
                .put("role_id", "viewer")
                .put("scope", new Members().put("everywhere", true));
        assertThat(console("PUT", "/api/bindings/ops", binding.json().text()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> left = get(at("/auth/login"));
        HttpResponse<String> back = get(answered(left), "Cookie", cookie(left, "ticket"));
        String session =
                cookie(back, "quarterdeck-%d=".formatted(serving.address().getPort()));
        assertThat(get(at("/api/aws/accounts"), "Cookie", session).statusCode()).isEqualTo(200);

        HttpRequest.Builder out = HttpRequest.newBuilder(at("/auth/logout"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Cookie", session);
        assertThat(send(out).statusCode()).as("another site could ask so").isEqualTo(403);
        HttpResponse<String> ended = send(out.header("X-Hub-Request", "1"));

        assertThat(json(ended).text("go_to"))
                .startsWith(provider.issuer() + "/logout?client_id=quarterdeck&post_logout_redirect_uri=");
        assertThat(get(at("/api/me"), "Cookie", session).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_NONCE", "OTHER_ISSUER_IN_ANSWER", "OTHER_ISSUER_IN_TOKEN", "SIGNED_WITH_ANOTHER_KEY"})
    void letsInNobodyWhoIsNotProven(Lie lie) throws Exception {
        provider.lie(lie);
        HttpResponse<String> left = get(at("/auth/login"));

        refused(get(answered(left), "Cookie", cookie(left, "ticket")));

        assertThat(audit("session.open")).containsExactly("denied");
    }

    @Test
    void anAnswerCountsOnceAndOnlyInTheBrowserThatLeft() throws Exception {
        HttpResponse<String> left = get(at("/auth/login"));
        URI answer = answered(left);
        HttpResponse<String> other = get(at("/auth/login"));
        refused(get(answer, "Cookie", cookie(other, "ticket")));
        refused(get(answer, "Cookie", cookie(left, "ticket")));

        HttpResponse<String> again = get(at("/auth/login"));
        refused(get(answered(again)));

        HttpResponse<String> right = get(at("/auth/login"));
        URI once = answered(right);
        assertThat(get(once, "Cookie", cookie(right, "ticket")).statusCode()).isEqualTo(200);
        refused(get(once, "Cookie", cookie(right, "ticket")));
    }

    @Test
    void keepsOutWhomTheHubHasDisabled() throws Exception {
        HttpResponse<String> left = get(at("/auth/login"));
        HttpResponse<String> back = get(answered(left), "Cookie", cookie(left, "ticket"));
        String session =
                cookie(back, "quarterdeck-%d=".formatted(serving.address().getPort()));
        String id = json(get(at("/api/me"), "Cookie", session)).text("user_id");
        assertThat(console("PATCH", "/api/users/" + id, "{\"enabled\":false}").statusCode())
                .isEqualTo(200);

        HttpResponse<String> later = get(at("/auth/login"));
        refused(get(answered(later), "Cookie", cookie(later, "ticket")));
    }

    private static void refused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(response.body()).contains("this sign-in does not count: begin again at /auth/login");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** Where the provider sends the browser back to. */
    private URI answered(HttpResponse<String> left) throws IOException, InterruptedException {
        URI provider = URI.create(left.headers().firstValue("Location").orElseThrow());
        return URI.create(get(provider).headers().firstValue("Location").orElseThrow());
    }

    private static String cookie(HttpResponse<String> response, String of) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.contains(of))
                .map(set -> set.substring(0, set.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    /** How each attempt of this kind ended, as it is on record. */
    private List<String> audit(String action) throws IOException, InterruptedException {
        return json(console("GET", "/api/audit", "")).objects("items").stream()
                .filter(entry -> entry.text("action").equals(action))
                .map(entry -> entry.object("outcome").text("decision"))
                .toList();
    }

    private HttpResponse<String> console(String method, String path, String body)
            throws IOException, InterruptedException {
        var publisher = HttpRequest.BodyPublishers.ofString(body);
        return send(HttpRequest.newBuilder(at(path))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : publisher)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + hub.consoleToken()));
    }

    private HttpResponse<String> get(URI uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Fields json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Fields.of((Json.Obj) Json.parse(response.body()));
    }

    private URI at(String path) {
        return serving.address().resolve(path);
    }

    private Path written(URI issuer) {
        Path file = home.resolve("company.json");
        String text = new Members()
                .put("issuer", issuer.toString())
                .put("client_id", OidcProvider.CLIENT)
                .put("client_secret", OidcProvider.SECRET)
                .json()
                .text();
        new OwnFile(file).write(text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private LocalHub hub(CompanyFile company) {
        return TestHub.open(home, aws, SessionRules.DEFAULT, Optional.of(company), Clock.systemUTC());
    }
}
