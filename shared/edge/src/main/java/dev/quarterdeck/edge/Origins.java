package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Headers;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where requests may be addressed to and come from: the hosts this hub answers for (anything else is a rebound name),
 * and for what a browser sends with its cookie, proof that the hub's own page sent it.
 */
public record Origins(Set<String> hosts, Set<String> origins) {
    private static final int HTTPS = 443;
    private static final Set<String> SAME = Set.of("same-origin", "none");

    public Origins {
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
    }

    public static Origins onLoopback(int port) {
        return new Origins(
                Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port),
                Set.of("http://127.0.0.1:" + port, "http://localhost:" + port, "http://[::1]:" + port));
    }

    /** Browsers leave the usual port out. */
    public static Origins overTls(Collection<String> names, int port) {
        Set<String> hosts = names.stream()
                .flatMap(name -> port == HTTPS ? Stream.of(name, name + ":" + port) : Stream.of(name + ":" + port))
                .collect(Collectors.toSet());
        return new Origins(hosts, hosts.stream().map("https://"::concat).collect(Collectors.toSet()));
    }

    Optional<Problem> refuseHost(Headers headers) {
        return headers.one("Host").filter(hosts::contains).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(421, "wrong-host", "Misdirected request", "this hub answers for " + hosts));
    }

    /** Why a request that changes something and carries the browser's cookie may be another site's doing. */
    Optional<Problem> refuseForeign(Headers headers) {
        boolean marked = headers.one("X-Hub-Request").filter("1"::equals).isPresent();
        boolean ours = headers.one("Origin").map(origins::contains).orElse(true);
        boolean sameSite = headers.one("Sec-Fetch-Site").map(SAME::contains).orElse(true);
        return marked && ours && sameSite
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                403,
                                "foreign-request",
                                "Request of another site",
                                "a request with a session cookie must carry X-Hub-Request: 1 and come from the hub's own page"));
    }
}
