package dev.quarterdeck.edge;

import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells every request once, when it is answered: id, trace, operation, caller, status, time. Paths are told as the
 * contract writes them and bodies never, since both may hold what must not be read.
 */
final class Journal {
    private static final int LONGEST_STACK = 100_000;

    private final Telemetry telemetry;
    private final SecureRandom random;
    private final Clock clock;
    private final LongSupplier nanos;

    Journal(Telemetry telemetry, SecureRandom random, Clock clock, LongSupplier nanos) {
        this.telemetry = telemetry;
        this.random = random;
        this.clock = clock;
        this.nanos = nanos;
    }

    Visit begin(HttpRequest request) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        var parent = request.headers().all("traceparent").stream().findFirst();
        return new Visit(HexFormat.of().formatHex(id), Trace.under(parent, random), request, nanos.getAsLong());
    }

    HttpResponse end(Visit visit, HttpResponse response) {
        Duration took = Duration.ofNanos(nanos.getAsLong() - visit.since());
        String operation = visit.operation().map(Operation::id).orElse("unknown");
        telemetry.served(operation, response.status(), took);
        telemetry.log(line(visit, response.status() >= 500 ? "ERROR" : "INFO")
                .with("operation", Json.of(operation))
                .with("status", Json.of(response.status()))
                .with("bytes", Json.of(response.body().size()))
                .with("ms", Json.of(took.toMillis())));
        return response.with("X-Request-Id", visit.requestId())
                .with("traceparent", visit.trace().traceparent());
    }

    void broke(Visit visit, RuntimeException cause) {
        trouble(visit, "request failed", cause);
    }

    void keptNoAnswer(Visit visit, RuntimeException cause) {
        trouble(visit, "the outcome was not kept for the request's Idempotency-Key", cause);
    }

    private void trouble(Visit visit, String what, RuntimeException cause) {
        telemetry.log(line(visit, "ERROR")
                .with("message", Json.of(what + ": " + cause.getClass().getName()))
                .with("stack", Json.of(stack(cause))));
    }

    /** Where it happened, without the messages of exceptions: they may repeat what somebody sent. */
    private static String stack(Throwable thrown) {
        var text = new StringBuilder();
        for (Optional<Throwable> at = Optional.of(thrown);
                at.isPresent() && text.length() < LONGEST_STACK;
                at = at.map(Throwable::getCause)) {
            text.append(at.get().getClass().getName()).append('\n');
            for (StackTraceElement frame : at.get().getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    private Json.Obj line(Visit visit, String level) {
        Json.Obj line = Json.Obj.EMPTY
                .with("time", Json.of(clock.instant().toString()))
                .with("level", Json.of(level))
                .with("request_id", Json.of(visit.requestId()))
                .with("trace_id", Json.of(visit.trace().traceId()))
                .with("method", Json.of(visit.request().method()))
                .with("source", Json.of(visit.request().source()));
        return visit.caller()
                .map(caller -> line.with("caller", Json.of(caller.user().handle()))
                        .with("means", Json.of(caller.means().id())))
                .orElse(line);
    }
}
