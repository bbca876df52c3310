package dev.quarterdeck.bench.api;

/** A request as it goes over the line; {@code {host}} stands for where to. */
public record Request(String name, String text) {
    public static Request get(String path, String token) {
        return new Request(path, """
                GET %s HTTP/1.1\r
                Host: {host}\r
                Authorization: Bearer %s\r
                Accept: application/json\r
                \r
                """.formatted(path, token));
    }

    public static Request post(String path, String token, String body) {
        return new Request(path, """
                POST %s HTTP/1.1\r
                Host: {host}\r
                Authorization: Bearer %s\r
                X-Hub-Request: 1\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, token, body.length(), body));
    }
}
