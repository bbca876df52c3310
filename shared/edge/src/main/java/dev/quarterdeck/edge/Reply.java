package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.kernel.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a handler answers, before the edge makes HTTP of it. {@code shownOnce} says that it holds a secret which is
 * kept nowhere, not even to answer a repeated request.
 */
public record Reply(int status, Optional<Content> content, Headers headers, boolean shownOnce) {
    public static Reply ok(Json body) {
        return ok(Content.of(body));
    }

    /** The whole of a list that is never long. */
    public static Reply items(List<Json.Obj> all) {
        return ok(Json.Obj.EMPTY.with("items", Json.of(all)));
    }

    public static Reply ok(Content content) {
        return of(200, Optional.of(content), Headers.NONE);
    }

    /** What was made, and where it is found. */
    public static Reply created(Json body, String location) {
        return of(201, Optional.of(Content.of(body)), Headers.of("Location", location));
    }

    /** Where the browser goes instead. */
    public static Reply elsewhere(URI to) {
        return of(303, Optional.empty(), Headers.of("Location", to.toString()));
    }

    /** What was begun and goes on. */
    public static Reply accepted(Json body) {
        return of(202, Optional.of(Content.of(body)), Headers.NONE);
    }

    public static Reply done() {
        return of(204, Optional.empty(), Headers.NONE);
    }

    static Reply of(int status, Optional<Content> content, Headers headers) {
        return new Reply(status, content, headers, false);
    }

    /** This, of a thing that counts its versions: readers may ask again with If-None-Match, writers with If-Match. */
    public Reply version(long version) {
        return with("ETag", "\"v%d\"".formatted(version));
    }

    public Reply with(String header, String value) {
        return new Reply(status, content, headers.with(header, value), shownOnce);
    }

    public Reply once() {
        return new Reply(status, content, headers, true);
    }
}
