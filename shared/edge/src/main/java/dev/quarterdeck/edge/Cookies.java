package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Headers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookies of the hub, its session and, for a sign-in elsewhere, a ticket beside it: {@code __Host-quarterdeck} over TLS; on a loopback port, where that prefix is not
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
        return value(name, headers);
    }

    /** The header that hands a session to the browser. */
    public String set(String session) {
        return "%s=%s; Path=/; HttpOnly; SameSite=Strict%s".formatted(name, session, end());
    }

    /** The header that takes it back. */
    public String clear() {
        return set("") + "; Max-Age=0";
    }

    /** What a browser was lent that left to sign in elsewhere. */
    public Optional<String> lent(Headers headers) {
        return value(ticketName(), headers);
    }

    /** The header that lends it for as long as that may take; it comes back from another site, so Strict it cannot be. */
    public String lend(String ticket) {
        return lent(ticket, 600);
    }

    /** The header that takes it back. */
    public String takeBack() {
        return lent("", 0);
    }

    private String lent(String ticket, int seconds) {
        return "%s=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d%s".formatted(ticketName(), ticket, seconds, end());
    }

    private String ticketName() {
        return name + "-ticket";
    }

    private String end() {
        return secure ? "; Secure" : "";
    }

    private static Optional<String> value(String name, Headers headers) {
        List<String> found = headers.all("Cookie").stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
