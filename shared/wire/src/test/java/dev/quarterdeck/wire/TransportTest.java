package dev.quarterdeck.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

@Timeout(60)
class TransportTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private static String get(WireSettings settings, URI uri) throws IOException {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(uri)
                .putHeader("Host", uri.getAuthority())
                .build();
        try (Transport transport = new Transport(settings);
                Reply reply = transport.send(Signer.unsigned(request, new byte[0]), Duration.ofSeconds(20))) {
            return reply.status() + " " + new String(reply.held(1024).readAllBytes(), UTF_8);
        }
    }

    private static WireSettings through(Map<String, String> environment, URI to) {
        return WireSettings.standard("test")
                .withWhere(WireSettings.Where.at(to))
                .withNetwork(WireSettings.Network.from(environment));
    }

    @Test
    void goesThroughTheProxyOfItsScheme() throws IOException {
        try (ScriptedServer proxy =
                new ScriptedServer((_, caller) -> ScriptedServer.send(caller, 200, "text/plain", "by proxy"))) {
            URI to = URI.create("http://aws.invalid/list");
            String address = "http://ada:p%40ss@127.0.0.1:" + proxy.uri().getPort();
            assertThat(get(through(Map.of("HTTP_PROXY", address), to), to)).isEqualTo("200 by proxy");
            ScriptedServer.Received received = proxy.received().getFirst();
            assertThat(received.line()).isEqualTo("GET http://aws.invalid/list HTTP/1.1");
            assertThat(received.header("Proxy-Authorization")).isEqualTo("Basic YWRhOnBAc3M=");
        }
    }

    @Test
    void leavesTheProxyWhereToldTo() throws IOException {
        try (ScriptedServer proxy =
                        new ScriptedServer((_, caller) -> ScriptedServer.send(caller, 200, "text/plain", "proxy"));
                ScriptedServer server =
                        new ScriptedServer((_, caller) -> ScriptedServer.send(caller, 200, "text/plain", "direct"))) {
            String address = "127.0.0.1:" + proxy.uri().getPort();
            for (String exempt : List.of("127.0.0.1", "*", "x.org, 127.0.0.1", ".0.0.1")) {
                WireSettings settings = through(Map.of("http_proxy", address, "no_proxy", exempt), server.uri());
                assertThat(get(settings, server.uri())).as(exempt).isEqualTo("200 direct");
            }
            WireSettings settings = through(Map.of("http_proxy", address, "no_proxy", "27.0.0.1"), server.uri());
            assertThat(get(settings, server.uri())).isEqualTo("200 proxy");
            WireSettings other = through(Map.of("https_proxy", address), server.uri());
            assertThat(get(other, server.uri())).isEqualTo("200 direct");
        }
    }

    @Test
    void sendsABodilessPostOnceThoughTheConnectionDrops() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, caller) -> caller.close())) {
            SdkHttpRequest request = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.POST)
                    .uri(server.uri())
                    .putHeader("Host", server.uri().getAuthority())
                    .build();
            try (Transport transport = new Transport(through(Map.of(), server.uri()))) {
                assertThatThrownBy(() -> transport.send(Signer.unsigned(request, new byte[0]), Duration.ofSeconds(20)))
                        .isInstanceOf(IOException.class);
            }
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void trustsThoseOfTheBundleAndNobodyElse() throws Exception {
        Path store = folder.resolve("keys.p12");
        Path pem = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "k",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-file",
                pem.toString());
        HttpsServer server = https(store);
        try {
            URI uri = URI.create("https://localhost:" + server.getAddress().getPort());
            assertThat(get(through(Map.of("AWS_CA_BUNDLE", pem.toString()), uri), uri))
                    .isEqualTo("200 safe");
            assertThatThrownBy(() -> get(through(Map.of(), uri), uri)).isInstanceOf(SSLHandshakeException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhichBundleCannotBeRead() {
        WireSettings settings = WireSettings.standard("test")
                .withNetwork(WireSettings.Network.from(Map.of("AWS_CA_BUNDLE", "/no/such.pem")));
        assertThatThrownBy(() -> new Transport(settings)).hasMessageContaining("'/no/such.pem'");
    }

    @Test
    void readsTheEnvironmentAsOtherToolsDo() {
        assertThat(WireSettings.Network.from(Map.of("HTTPS_PROXY", "proxy:3128", "NO_PROXY", "a, .b")))
                .isEqualTo(new WireSettings.Network(
                        Optional.empty(),
                        Optional.of(URI.create("http://proxy:3128")),
                        List.of("a", ".b"),
                        Optional.empty(),
                        256));
    }

    private static HttpsServer https(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("safe".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
