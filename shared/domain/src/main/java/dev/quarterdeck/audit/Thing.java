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
        return changed(kind, id, Optional.empty(), Optional.of(now));
    }

    public static Thing changed(String kind, String id, Json before, Json now) {
        return changed(kind, id, Optional.of(before), Optional.of(now));
    }

    public static Thing removed(String kind, String id, Json before) {
        return changed(kind, id, Optional.of(before), Optional.empty());
    }

    /** What was there, and what is there now. */
    public static Thing changed(String kind, String id, Optional<? extends Json> before, Optional<? extends Json> now) {
        return new Thing(kind, id, before.map(Thing::hash), now.map(Thing::hash));
    }

    private static String hash(Json content) {
        return Digest.hex(content.canonical());
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
