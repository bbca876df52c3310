package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;

/** The end of one shard of a chain: how many records it has, and the hash of the last. */
public record Head(String chain, int shard, long sequence, String hash) {
    /** What the first record of a shard names as the one before it. */
    static final String NOTHING = "0".repeat(64);

    static Head start(String chain, int shard) {
        return new Head(chain, shard, 0, NOTHING);
    }

    Json.Obj json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("chain", Json.of(chain));
        members.put("shard", Json.of(shard));
        members.put("sequence", Json.of(sequence));
        members.put("hash", Json.of(hash));
        return new Json.Obj(members);
    }
}
