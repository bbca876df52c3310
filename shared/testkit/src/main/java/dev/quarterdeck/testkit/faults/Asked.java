package dev.quarterdeck.testkit.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request, as far as faults care: who asked which service where, and for what. A character is a byte of it. */
public record Asked(String head, String body) {
    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/\\d+/([^/]+)/([^/]+)/aws4_request");
    private static final Pattern TARGET = header("X-Amz-Target", "(?:.*\\.)?([A-Za-z0-9]+)");
    private static final Pattern LENGTH = header("Content-Length", "(\\d+)");
    private static final Pattern CONTINUE = header("Expect", "(100-continue)");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^Connection:.*\r\n");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z0-9]+)");

    /** The signing name of the service, such as {@code ec2}; empty if the request is not signed. */
    public String service() {
        return found(SCOPE, head, 3).orElse("");
    }

    public String region() {
        return found(SCOPE, head, 2).orElse("");
    }

    public String keyId() {
        return found(SCOPE, head, 1).orElse("");
    }

    /** The operation's name, or method and path where the protocol has no name on the wire: {@code GET /clusters}. */
    public String operation() {
        return found(TARGET, head, 1)
                .or(() -> found(ACTION, body, 1))
                .orElseGet(() -> head.substring(0, head.indexOf(' ', head.indexOf(' ') + 1)));
    }

    public boolean isFor(String service, String operation) {
        return service().equals(service) && operation().equals(operation);
    }

    boolean isJson() {
        return head.toLowerCase(Locale.ROOT).contains("content-type: application/x-amz-json");
    }

    boolean isForm() {
        return ACTION.matcher(body).find();
    }

    void sendTo(OutputStream upstream) throws IOException {
        String once =
                CONNECTION.matcher(head).replaceAll("").replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
        upstream.write(once.getBytes(ISO_8859_1));
        upstream.write(body.getBytes(ISO_8859_1));
        upstream.flush();
    }

    /** Reads one request; empty if the caller hung up. */
    static Optional<Asked> from(InputStream in, OutputStream out) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.append((char) next);
        }
        if (CONTINUE.matcher(head).find()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        int length = found(LENGTH, head.toString(), 1).map(Integer::parseInt).orElse(0);
        return Optional.of(new Asked(head.toString(), new String(in.readNBytes(length), ISO_8859_1)));
    }

    private static Pattern header(String name, String value) {
        return Pattern.compile("(?im)^" + name + ": *" + value + "\\s*$");
    }

    private static Optional<String> found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
