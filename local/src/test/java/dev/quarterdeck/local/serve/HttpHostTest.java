package dev.quarterdeck.local.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpHostTest {
    private final List<HttpRequest> heard = new ArrayList<>();
    private final HttpHost host = HttpHost.start(InetAddress.getLoopbackAddress(), 0, this::hear);

    @AfterEach
    void stop() {
        host.close();
    }

    private HttpResponse hear(HttpRequest request) {
        heard.add(request);
        return new HttpResponse(200, Headers.of("Content-Type", "text/plain"), Body.of("heard"));
    }

    @Test
    void aLongTargetReachesTheEdge() throws IOException {
        assertThat(say("GET /a?b=" + "c".repeat(8_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(heard)
                .singleElement()
                .satisfies(request -> assertThat(request.target()).hasSize(8_005));
    }

    @Test
    void whatIsNoRequestIsRefusedAsAProblem() throws IOException {
        assertThat(say("GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"unreadable\"");
        assertThat(heard).isEmpty();
    }

    @Test
    void aTargetWithoutEndIsRefusedAsAProblem() throws IOException {
        assertThat(say("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json");
    }

    private String say(String bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream().write(bytes.getBytes(US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
