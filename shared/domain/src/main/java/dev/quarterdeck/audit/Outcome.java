package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;

/** Whether it was allowed, by which rules, and what came of it. */
public record Outcome(boolean allowed, List<String> reasons, String result) {
    public Outcome {
        reasons = List.copyOf(reasons);
    }

    public static Outcome done(String... reasons) {
        return new Outcome(true, List.of(reasons), "done");
    }

    public static Outcome denied(String... reasons) {
        return new Outcome(false, List.of(reasons), "refused");
    }

    Json.Obj json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("decision", Json.of(allowed ? "allowed" : "denied"));
        members.put("reasons", Json.of(reasons.stream().map(Json::of).toList()));
        members.put("result", Json.of(result));
        return new Json.Obj(members);
    }
}
