package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A record with its place in a chain: it names the hash of the one before it, and has one of its own. */
record Chained(Head before, Instant time, Json.Obj content) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The record as it is kept and exported: RFC 8785 canonical JSON is what the hash is over, but for the hash itself. */
    Json.Obj json() {
        var unhashed = unhashed();
        return unhashed.with("hash", Json.of(hashOf(unhashed)));
    }

    Head head() {
        return new Head(before.chain(), before.shard(), sequence(), hashOf(unhashed()));
    }

    long sequence() {
        return before.sequence() + 1;
    }

    static String hashOf(Json.Obj unhashed) {
        return Digest.hex(unhashed.canonical());
    }

    private Json.Obj unhashed() {
        return content.with("chain", Json.of(before.chain()))
                .with("shard", Json.of(before.shard()))
                .with("sequence", Json.of(sequence()))
                .with("previous", Json.of(before.hash()))
                .with("time", Json.of(time(time)));
    }

    /** Always with milliseconds, so that texts sort as times do. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
