package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.OverHttp;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.wire.AwsClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that other machines reach, over real TLS. */
class TlsTest {
    @TempDir
    private static Path certificates;

    private static SelfSigned signed;

    @TempDir
    private Path home;

    private final AwsClient aws = EmulatorClient.at(URI.create("http://127.0.0.1:9/"), AwsClient.Catalog.shipped());
    private LocalHub hub;
    private Serving serving;

    @BeforeAll
    static void sign() throws Exception {
        signed = SelfSigned.in(certificates);
    }

    @BeforeEach
    void serve() {
        hub = hub();
        var certificate = Certificate.read(signed.certificate(), signed.key());
        serving = Serving.start(
                new Home(home), new Listening.Far(InetAddress.getLoopbackAddress(), 0, certificate), hub, _ -> {});
    }

    @AfterEach
    void stop() {
        serving.close();
        hub.close();
        aws.close();
    }

    @Test
    void isReachedOverTlsUnderTheNamesOfItsCertificateWithACookieThatNeedsIt() throws Exception {
        assertThat(serving.address()).hasScheme("https").hasHost("localhost");
        var typed = new Members()
                .put("name", "ana")
                .put("password", "correct horse battery staple")
                .put("setup_code", hub.setupCode().orElseThrow());
        HttpRequest.Builder setup = HttpRequest.newBuilder(serving.address().resolve("/api/setup"))
                .header("Content-Type", "application/json")
                .header("X-Hub-Request", "1")
                .header("Origin", serving.address().toString())
                .POST(HttpRequest.BodyPublishers.ofString(typed.json().text()));

        HttpResponse<String> opened = trusting().send(setup.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-quarterdeck=")
                .contains("SameSite=Strict; Secure");
        assertThat(opened.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        String other = serving.address().toString().replace("localhost", "127.0.0.1");
        assertThat(status(other)).as("another name of the certificate").isEqualTo(200);
    }

    @Test
    void isNotReachedWithoutTlsAndByCommandLinesHereOnLoopback() {
        URI plain = URI.create(serving.address().toString().replace("https", "http"));
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(serving.address()).build(),
                                HttpResponse.BodyHandlers.discarding()))
                .as("nobody vouches for this certificate")
                .isInstanceOf(IOException.class);

        Running running = Running.find(new Home(home)).orElseThrow();
        assertThat(running.address()).hasScheme("http").hasHost("127.0.0.1");
        try (var client = new HubClient(new OverHttp(running.address(), Optional.of(running.token())))) {
            assertThat(client.get("/api/me").fields().text("means")).isEqualTo("console");
        }
    }

    @Test
    void takesNoCertificateThatIsNone() throws Exception {
        Path text = Files.writeString(home.resolve("text"), "no certificate");
        assertThatThrownBy(() -> Certificate.read(text, signed.key()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("are no certificate and its private key in PEM");
        assertThatThrownBy(() -> Certificate.read(signed.certificate(), text)).isInstanceOf(Refusal.class);
        var other = SelfSigned.in(home);
        assertThatThrownBy(() -> Certificate.read(signed.certificate(), other.key()))
                .isInstanceOf(Refusal.class)
                .hasMessage("--tls-key: '%s' is not the key of '%s'", other.key(), signed.certificate());
        assertThatThrownBy(() -> Certificate.read(home.resolve("none"), signed.key()))
                .isInstanceOf(Refusal.class)
                .hasMessage("--tls-cert: '%s' cannot be read", home.resolve("none"));
    }

    private int status(String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/healthz")).build();
        return trusting().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpClient trusting() throws Exception {
        return HttpClient.newBuilder().sslContext(signed.trusted()).build();
    }

    private LocalHub hub() {
        return TestHub.open(home, aws, SessionRules.DEFAULT, Optional.empty(), Clock.systemUTC());
    }
}
