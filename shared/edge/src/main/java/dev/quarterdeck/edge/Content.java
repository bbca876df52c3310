package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.kernel.Json;

/** What an answer carries, and what kind of thing that is. */
public record Content(String type, Body body) {
    static Content of(Json json) {
        return new Content("application/json", Body.of(json.text()));
    }

    public static Content of(String type, String text) {
        return new Content(type, Body.of(text));
    }
}
