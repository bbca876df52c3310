package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replies as rows keep them. A reply that is shown once leaves only the note that it was given. */
final class KeptReply {
    private static final int LARGEST = 256 * 1024;

    private KeptReply() {}

    static Json.Obj into(Json.Obj row, Reply reply) {
        Json.Obj kept = row.with("status", Json.of(reply.status()));
        boolean large =
                reply.content().map(content -> content.body().size() > LARGEST).orElse(false);
        if (reply.shownOnce() || large) {
            return kept.with("gone", Json.Bool.TRUE);
        }
        var headers = new LinkedHashMap<String, Json>();
        reply.headers().fields().forEach((name, values) -> headers.put(name, Json.of(values.getFirst())));
        Json.Obj whole = kept.with("headers", Json.of(headers));
        return reply.content()
                .map(content -> whole.with("type", Json.of(content.type()))
                        .with("body", Json.of(content.body().text().orElse(""))))
                .orElse(whole);
    }

    /** The reply that was given; nothing if none was yet. */
    static Optional<Reply> from(Json.Obj row) {
        if (!(row.get("status").orElse(Json.Null.VALUE) instanceof Json.Num(var status))) {
            return Optional.empty();
        }
        if (row.get("gone").isPresent()) {
            throw new FailureException(new Failure.Conflict(
                    "this request was answered already, and its answer is shown only once; look at what it made"));
        }
        return Optional.of(Reply.of(status.intValue(), content(row), headers(row)));
    }

    private static Optional<Content> content(Json.Obj row) {
        return row.get("type")
                .map(type ->
                        new Content(text(type), Body.of(text(row.get("body").orElse(type)))));
    }

    private static Headers headers(Json.Obj row) {
        Map<String, Json> members =
                row.get("headers").orElse(Json.Obj.EMPTY) instanceof Json.Obj obj ? obj.members() : Map.of();
        var fields = new LinkedHashMap<String, List<String>>();
        members.forEach((name, value) -> fields.put(name, List.of(text(value))));
        return new Headers(fields);
    }

    private static String text(Json value) {
        return value instanceof Json.Str(String text) ? text : value.text();
    }
}
