package dev.quarterdeck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server on a bare socket that does with each request what the test says, and remembers all it received. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    /** What to do with a request. */
    @FunctionalInterface
    interface Script {
        void answer(Received request, Socket caller) throws IOException;
    }

    /** One request; {@code number} counts from 1. */
    record Received(int number, String line, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    ScriptedServer(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Opens when a caller that waited for an answer closes its connection. */
    CountDownLatch hungUp() {
        return hungUp;
    }

    /** Never answers: waits until the caller hangs up. */
    Script silence() {
        return (_, caller) -> {
            try {
                caller.getInputStream().readAllBytes();
            } catch (SocketException _) {
                // Reset counts as well.
            }
            hungUp.countDown();
        };
    }

    static void send(Socket caller, int status, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 %d Word\r\n".formatted(status));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        caller.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        caller.getOutputStream().write(body);
        caller.getOutputStream().flush();
    }

    static void send(Socket caller, int status, String contentType, String body) throws IOException {
        send(caller, status, Map.of("Content-Type", contentType), body.getBytes(UTF_8));
    }

    static void reset(Socket caller) throws IOException {
        caller.setSoLinger(true, 0);
        caller.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                caller.setTcpNoDelay(true);
                open.add(caller);
                Thread.startVirtualThread(() -> serve(caller));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            for (Received next = read(caller.getInputStream()); next != null; next = read(caller.getInputStream())) {
                script.answer(next, caller);
            }
        } catch (IOException _) {
            // The caller is gone, as some scripts want it.
        }
    }

    private @org.jspecify.annotations.Nullable Received read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int end = 0; end < 4; ) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            end = next == "\r\n\r\n".charAt(end) ? end + 1 : next == '\r' ? 1 : 0;
        }
        List<String> lines = Arrays.asList(head.toString(ISO_8859_1).split("\r\n"));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lines.stream().skip(1).map(line -> line.split(": *", 2)).forEach(pair -> headers.put(pair[0], pair[1]));
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        synchronized (received) {
            Received request = new Received(received.size() + 1, lines.getFirst(), headers, new String(body, UTF_8));
            received.add(request);
            return request;
        }
    }
}
