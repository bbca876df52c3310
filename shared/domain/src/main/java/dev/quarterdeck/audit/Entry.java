package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Optional;

/** One thing that happened: who did what to what, with what outcome, from where. */
public record Entry(
        Actor actor, Optional<Actor> onBehalfOf, String action, Thing object, Outcome outcome, Origin origin) {
    public static Entry of(Actor actor, String action, Thing object, Outcome outcome, Origin origin) {
        return new Entry(actor, Optional.empty(), action, object, outcome, origin);
    }

    Json.Obj json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("actor", actor.json());
        onBehalfOf.ifPresent(other -> members.put("on_behalf_of", other.json()));
        members.put("action", Json.of(action));
        members.put("object", object.json());
        members.put("outcome", outcome.json());
        members.put("origin", origin.json());
        return new Json.Obj(members);
    }
}
