package dev.quarterdeck.local.client;

import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;

/** How a request reaches a hub. */
public interface Transport extends AutoCloseable {
    /** Sends one request. Who sends it is the transport's to say. */
    HttpResponse send(HttpRequest request);

    /** Has done what was asked for and takes its time, where nobody else does it. */
    default void settle() {}

    @Override
    default void close() {}
}
