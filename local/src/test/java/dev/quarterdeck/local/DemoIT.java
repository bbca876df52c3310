package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as somebody meets it: a process of its own, a link, a page, and nothing left when it ends. */
class DemoIT {
    private static final Pattern FOLDER = Pattern.compile("QUARTERDECK_HOME=(\\S+)");

    @TempDir
    private static Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void signsInOnceShowsTheCompanyAndLeavesNothing() throws IOException, InterruptedException {
        Process demo = new Launch(home).start("demo", "--port", "0");
        BufferedReader said = demo.inputReader(UTF_8);
        assertThat(said.readLine())
                .matches(
                        "Saltmarsh Freight, which does not exist: [0-9,]+ resources in 3 accounts, looked at 3 times, .*");
        URI hub = last(said.readLine());
        URI link = last(said.readLine());
        var folder = FOLDER.matcher(said.readLine());
        assertThat(folder.find()).isTrue();
        assertThat(said.readLine()).isEqualTo("Ctrl-C ends it, and nothing stays");

        String cookie = followed(link);
        connects(hub, cookie);
        knowsWhatItLookedAt(hub, cookie);
        showsItsPage(hub);
        assertThat(Files.isDirectory(Path.of(folder.group(1)))).isTrue();

        demo.destroy();
        assertThat(demo.waitFor(Launch.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Path.of(folder.group(1))).doesNotExist();
    }

    /** The cookie that the link gives to whoever comes first; nobody else gets one, and nobody gets in without. */
    private String followed(URI link) throws IOException, InterruptedException {
        HttpResponse<String> first = get(link, Optional.empty());
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        HttpResponse<String> second = get(link, Optional.empty());
        assertThat(second.statusCode()).isEqualTo(410);
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get(link.resolve("/demo/" + "0".repeat(48)), Optional.empty())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(link.resolve("/api/me"), Optional.empty()).statusCode()).isEqualTo(401);
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private void connects(URI hub, String cookie) throws IOException, InterruptedException {
        Fields accounts = object(get(hub.resolve("/api/aws/accounts"), Optional.of(cookie)));
        assertThat(accounts.objects("items").stream()
                        .collect(Collectors.toMap(it -> it.text("name"), it -> it.text("proof"))))
                .hasSize(3)
                .allSatisfy((name, proof) -> assertThat(proof).as(name).isEqualTo("accepted_with_debt"));
    }

    /** What was seen, what was not, what became of it between the looks. */
    private void knowsWhatItLookedAt(URI hub, String cookie) throws IOException, InterruptedException {
        Fields found = object(get(hub.resolve("/api/find?q=saltmarsh-customs-papers"), Optional.of(cookie)));
        assertThat(found.objects("items")).extracting(it -> it.text("type")).contains("AWS::S3::Bucket");
        assertThat(found.whole("areas_not_looked_at")).isPositive();
        Fields gaps = object(get(hub.resolve("/api/coverage?gaps=true&status=denied"), Optional.of(cookie)));
        assertThat(gaps.objects("items"))
                .extracting(it -> it.text("missing_action"))
                .containsOnly("secretsmanager:ListSecrets", "ssm:DescribeParameters");
        Fields changes = object(get(hub.resolve("/api/changes"), Optional.of(cookie)));
        assertThat(changes.objects("items"))
                .extracting(it -> it.text("kind") + " " + it.text("name"))
                .contains(
                        "created saltmarsh-courier-photos",
                        "changed tracking-ingest",
                        "deleted old-tracking-data",
                        "re-made portal-work",
                        "re-made supplier-access")
                .doesNotContain("re-made quarterdeck-read");
    }

    private void showsItsPage(URI hub) throws IOException, InterruptedException {
        HttpResponse<String> page = get(hub.resolve("/"), Optional.empty());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("<title>Quarterdeck</title>")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("<style", "style=", "onclick");
        assertThat(get(hub.resolve("/hub.js"), Optional.empty()).headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(object(get(hub.resolve("/site.json"), Optional.empty())).text("banner"))
                .startsWith("Demo: Saltmarsh Freight does not exist");
    }

    @Test
    void saysThatAPortIsTaken() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Said said = new Launch(home).run("demo", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .contains(
                            "port %d cannot be served on".formatted(taken.getLocalPort()),
                            "choose another with --port");
        }
    }

    @Test
    void fillsNoFolderOfSomebodyElses() throws IOException {
        Path full = Files.createDirectory(home.resolve("full"));
        Files.writeString(full.resolve("notes"), "mine");

        Said said = new Cli(home).run("demo", "--port", "0", "--keep", full.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("is not empty: name a folder that the demo may fill");
        assertThat(full.resolve("notes")).hasContent("mine");
    }

    private static URI last(String line) {
        return URI.create(line.substring(line.lastIndexOf(' ') + 1));
    }

    private HttpResponse<String> get(URI what, Optional<String> cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(what);
        cookie.ifPresent(it -> request.header("Cookie", it));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Fields object(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fields.of((Json.Obj) Json.parse(answer.body()));
    }
}
