package dev.quarterdeck.testkit.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** One caller's connection, one request of it, and the server that would have answered. */
public final class Conversation {
    private static final int DRIP_MILLIS = 50;

    private final Socket caller;
    private final Asked asked;
    private final URI upstream;

    Conversation(Socket caller, Asked asked, URI upstream) {
        this.caller = caller;
        this.asked = asked;
        this.upstream = upstream;
    }

    public Asked asked() {
        return asked;
    }

    /** The true answer, head and body. */
    byte[] upstream() throws IOException {
        try (var socket = new Socket(upstream.getHost(), upstream.getPort())) {
            asked.sendTo(socket.getOutputStream());
            return socket.getInputStream().readAllBytes();
        }
    }

    void send(byte[] bytes) throws IOException {
        caller.getOutputStream().write(bytes);
        caller.getOutputStream().flush();
    }

    void reply(int status, String contentType, byte[] body) throws IOException {
        send("HTTP/1.1 %d Fault\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(status, contentType, body.length)
                .getBytes(ISO_8859_1));
        send(body);
    }

    void reset() throws IOException {
        caller.setSoLinger(true, 0);
    }

    void drip() throws IOException, InterruptedException {
        send("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1000000\r\n\r\n<".getBytes(ISO_8859_1));
        while (true) { // ends when the caller hangs up: writing then fails
            send(new byte[] {' '});
            Thread.sleep(DRIP_MILLIS);
        }
    }

    void waitForCaller() throws IOException {
        caller.getInputStream().readAllBytes();
    }
}
