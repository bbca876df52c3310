package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Headers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one cookie of the hub: {@code __Host-quarterdeck} over TLS; on a loopback port, where that prefix is not
 * allowed, one that carries the port in its name, since ports share cookies.
 */
public record Cookies(String name, boolean secure) {
    public static Cookies overTls() {
        return new Cookies("__Host-quarterdeck", true);
    }

    public static Cookies onLoopback(int port) {
        return new Cookies("quarterdeck-" + port, false);
    }

    /** The session that the request carries; of two cookies with the name, neither counts. */
    public Optional<String> session(Headers headers) {
        List<String> found = headers.all("Cookie").stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The header that hands a session to the browser. */
    public String set(String session) {
        return "%s=%s; Path=/; HttpOnly; SameSite=Strict%s".formatted(name, session, secure ? "; Secure" : "");
    }

    /** The header that takes it back. */
    public String clear() {
        return set("") + "; Max-Age=0";
    }
}
