package dev.quarterdeck.local.facts;

import dev.quarterdeck.kernel.Json;
import java.util.List;

/** A resource that answers to what was looked for: its row, why it matched, and how it hangs together with others. */
public record Match(Json.Obj resource, String because, List<Tie> uses, List<Tie> usedBy) {

    /** One end of an edge, as it is shown: {@code type} is empty where the other end was not found. */
    public record Tie(String rel, String type, String name, String account) {}
}
