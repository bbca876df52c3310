package dev.quarterdeck.bench.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same server library with nothing behind it: each file of a folder is the answer to the path of its name. */
final class Bare {
    private Bare() {}

    /** Takes the folder; prints the address on its first line. */
    public static void main(String[] args) throws Exception {
        var routing = HttpRouting.builder();
        try (var files = Files.list(Path.of(args[0]))) {
            for (Path file : files.toList()) {
                byte[] answer = Files.readAllBytes(file);
                routing.get(
                        "/" + file.getFileName(),
                        (_, response) -> response.header(HeaderNames.CONTENT_TYPE, "application/json")
                                .send(answer));
            }
        }
        WebServer server = WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(0)
                .routing(routing)
                .build()
                .start();
        System.out.println("http://127.0.0.1:" + server.port());
    }
}
