package dev.quarterdeck.edge;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.identity.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through the edge, with what became known of it, for the journal. */
final class Visit {
    private final String requestId;
    private final Trace trace;
    private final HttpRequest request;
    private final long since;
    private @Nullable Operation operation;
    private @Nullable Caller caller;

    Visit(String requestId, Trace trace, HttpRequest request, long since) {
        this.requestId = requestId;
        this.trace = trace;
        this.request = request;
        this.since = since;
    }

    String requestId() {
        return requestId;
    }

    Trace trace() {
        return trace;
    }

    HttpRequest request() {
        return request;
    }

    Origin origin() {
        String client = request.headers().all("User-Agent").stream().findFirst().orElse("");
        return new Origin(requestId, request.source(), client);
    }

    long since() {
        return since;
    }

    void means(Operation found) {
        operation = found;
    }

    void from(Caller known) {
        caller = known;
    }

    Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }
}
