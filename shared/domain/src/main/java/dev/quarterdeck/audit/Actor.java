package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Base32;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;

/** Who did it: a provider's subject, by which session or key, and how they had signed in. */
public record Actor(String issuer, String subject, String means, List<String> methods) {
    /** The hub itself, on its own schedule. */
    public static final Actor HUB = new Actor("local", "hub", "hub", List.of());

    /** Somebody who has not signed in. */
    public static final Actor NOBODY = new Actor("local", "nobody", "none", List.of());

    public Actor {
        methods = List.copyOf(methods);
    }

    /** A short name for keys, equal only for equal subjects. */
    String handle() {
        return Base32.encode(Digest.sha256(issuer, subject), 16);
    }

    Json.Obj json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("iss", Json.of(issuer));
        members.put("sub", Json.of(subject));
        members.put("means", Json.of(means));
        members.put("amr", Json.of(methods.stream().map(Json::of).toList()));
        return new Json.Obj(members);
    }
}
