package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.Failure.Violation;
import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A refusal as RFC 9457 writes it. {@code code} is stable and ends the {@code type}; {@code violations} point into the
 * body (JSON pointers) or name parameters.
 */
public record Problem(
        int status, String code, String title, String detail, List<Violation> violations, Headers headers) {
    private static final String TYPES = "https://quarterdeck.dev/problems/";

    public Problem {
        violations = List.copyOf(violations);
    }

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), Headers.NONE);
    }

    /** The problem that an expected failure becomes. */
    public static Problem of(Failure failure) {
        return switch (failure) {
            case Failure.NotFound(String what, String id) ->
                of(404, "not-found", "Not found", "%s '%s' does not exist, or you may not see it".formatted(what, id));
            case Failure.Invalid(var violations) ->
                new Problem(400, "invalid", "Invalid request", sentence(violations), violations, Headers.NONE);
            case Failure.Forbidden(String permission, String why) ->
                of(403, "forbidden", "Forbidden", "you lack '%s': %s".formatted(permission, why));
            case Failure.Unauthenticated(String why) ->
                of(401, "unauthenticated", "Sign in first", why).with("WWW-Authenticate", "Bearer");
            case Failure.FreshSignInNeeded(Duration within) ->
                of(
                        403,
                        "fresh-sign-in-needed",
                        "Sign in again",
                        "this needs a sign-in within the last %d minutes".formatted(within.toMinutes()));
            case Failure.Conflict(String why) -> of(409, "conflict", "Conflict", why);
            case Failure.Stale(String what, String id) ->
                of(
                        412,
                        "stale",
                        "Changed meanwhile",
                        "%s '%s' changed since you read it; read it again".formatted(what, id));
            case Failure.TooMany(String what, Duration after) -> tooMany(what, after);
            case Failure.Unavailable(String why) ->
                of(503, "unavailable", "Unavailable", why).with("Retry-After", "5");
        };
    }

    private static Problem tooMany(String what, Duration after) {
        long seconds = Math.max(1, after.plusMillis(999).toSeconds());
        return of(429, "too-many", "Too many requests", "%s; try again in %d s".formatted(what, seconds))
                .with("Retry-After", Long.toString(seconds));
    }

    private static String sentence(List<Violation> violations) {
        Violation first = violations.getFirst();
        String where = first.at().isEmpty() ? "the body" : first.at();
        String more = violations.size() == 1 ? "" : " (and %d more)".formatted(violations.size() - 1);
        return "%s %s%s".formatted(where, first.why(), more);
    }

    Problem with(String header, String value) {
        return new Problem(status, code, title, detail, violations, headers.with(header, value));
    }

    HttpResponse response(String requestId) {
        var members = new LinkedHashMap<String, Json>();
        members.put("type", Json.of(TYPES + code));
        members.put("title", Json.of(title));
        members.put("status", Json.of(status));
        members.put("detail", Json.of(detail));
        members.put("instance", Json.of("urn:request:" + requestId));
        members.put("code", Json.of(code));
        places().ifPresent(places -> members.put("violations", places));
        return new HttpResponse(
                status,
                headers.with("Content-Type", "application/problem+json"),
                Body.of(Json.of(members).text()));
    }

    private Optional<Json> places() {
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.of(violations.stream().map(Problem::place).toList()));
    }

    private static Json.Obj place(Violation violation) {
        return Json.Obj.EMPTY.with("at", Json.of(violation.at())).with("why", Json.of(violation.why()));
    }
}
