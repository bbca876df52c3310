package dev.quarterdeck.local.serve;

import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import java.util.Optional;

/** What a host answers by itself, before the hub's edge is asked. */
@FunctionalInterface
public interface Front {
    Optional<HttpResponse> answer(HttpRequest request);

    /** This, and what it does not answer the other does. */
    default Front or(Front other) {
        return request -> answer(request).or(() -> other.answer(request));
    }
}
