package dev.quarterdeck.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds an object member by member, in their order; what is not there is left out. */
public final class Members {
    private final LinkedHashMap<String, Json> members = new LinkedHashMap<>();

    public Members put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    public Members put(String name, String text) {
        return put(name, Json.of(text));
    }

    public Members put(String name, long number) {
        return put(name, Json.of(number));
    }

    public Members put(String name, boolean truth) {
        return put(name, Json.of(truth));
    }

    public Members put(String name, Instant instant) {
        return put(name, instant.toString());
    }

    public Members put(String name, Members object) {
        return put(name, object.json());
    }

    /** A list of texts. */
    public Members put(String name, Collection<String> texts) {
        return put(name, Json.of(texts.stream().map(Json::of).toList()));
    }

    /** An object of texts. */
    public Members put(String name, Map<String, String> texts) {
        var object = new Members();
        texts.forEach(object::put);
        return put(name, object);
    }

    public Members maybe(String name, Optional<String> text) {
        text.ifPresent(value -> put(name, value));
        return this;
    }

    public Members maybeAt(String name, Optional<Instant> instant) {
        instant.ifPresent(value -> put(name, value));
        return this;
    }

    public Json.Obj json() {
        return new Json.Obj(new LinkedHashMap<>(members));
    }
}
