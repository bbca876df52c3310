package dev.quarterdeck.edge;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.edge.contract.Access;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.util.Optional;

/** Who and what is let in at all: right host, sane body, known caller, no other site's doing, not too often. */
final class Admission {
    private static final String BEARER = "Bearer ";

    private final Origins origins;
    private final Cookies cookies;
    private final Gatekeeper gatekeeper;
    private final Quota quota;

    Admission(Origins origins, Cookies cookies, Gatekeeper gatekeeper, Quota quota) {
        this.origins = origins;
        this.cookies = cookies;
        this.gatekeeper = gatekeeper;
        this.quota = quota;
    }

    Optional<Problem> refuse(HttpRequest request) {
        return origins.refuseHost(request.headers()).or(() -> Media.refuse(request));
    }

    /** Whose request this is. A credential that no longer counts is told, except where none is needed. */
    Optional<Caller> caller(HttpRequest request, Operation operation, Origin origin) {
        Headers headers = request.headers();
        Optional<String> bearer = headers.one("Authorization").map(Admission::token);
        Optional<String> session = cookies.session(headers);
        if (bearer.isPresent() && session.isPresent()) {
            throw new FailureException(
                    Failure.invalid("Authorization", "came with a session cookie; send one of them"));
        }
        Optional<Caller> caller = bearer.isPresent()
                ? gatekeeper.bearer(bearer.get(), origin)
                : session.flatMap(cookie -> gatekeeper.session(cookie, background(headers)));
        boolean given = bearer.isPresent() || session.isPresent();
        if (caller.isEmpty() && !(operation.access() instanceof Access.Open)) {
            throw new FailureException(new Failure.Unauthenticated(
                    given ? "the session or key does not count (any more)" : "this needs a session or an API key"));
        }
        return caller;
    }

    Optional<Problem> keepOut(HttpRequest request, Operation operation, Optional<Caller> caller) {
        quota.take(caller.map(known -> known.means().id()).orElse(request.source()))
                .ifPresent(after -> {
                    throw new FailureException(new Failure.TooMany("this caller has used up its requests", after));
                });
        boolean byBrowser = request.headers().one("Authorization").isEmpty();
        return operation.changes() && byBrowser ? origins.refuseForeign(request.headers()) : Optional.empty();
    }

    private static boolean background(Headers headers) {
        return headers.one("X-Hub-Background").filter("1"::equals).isPresent();
    }

    private static String token(String header) {
        if (!header.startsWith(BEARER)) {
            throw new FailureException(
                    new Failure.Unauthenticated("Authorization must be 'Bearer' and a key or token"));
        }
        return header.substring(BEARER.length()).strip();
    }
}
