package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What it was done to, with hashes of its content before and after: the values themselves are in no record. */
public record Thing(String kind, String id, Optional<String> before, Optional<String> after) {
    public static Thing of(String kind, String id) {
        return new Thing(kind, id, Optional.empty(), Optional.empty());
    }

    public static Thing made(String kind, String id, Json now) {
        return new Thing(kind, id, Optional.empty(), Optional.of(Digest.hex(now.canonical())));
    }

    public static Thing changed(String kind, String id, Json before, Json now) {
        return new Thing(
                kind, id, Optional.of(Digest.hex(before.canonical())), Optional.of(Digest.hex(now.canonical())));
    }

    public static Thing removed(String kind, String id, Json before) {
        return new Thing(kind, id, Optional.of(Digest.hex(before.canonical())), Optional.empty());
    }

    Json.Obj json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("kind", Json.of(kind));
        members.put("id", Json.of(id));
        before.ifPresent(hash -> members.put("before", Json.of(hash)));
        after.ifPresent(hash -> members.put("after", Json.of(hash)));
        return new Json.Obj(members);
    }
}
