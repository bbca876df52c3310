package dev.quarterdeck.identity;

import dev.quarterdeck.kernel.Base32;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often somebody may try to sign in: so many times per name and per source address in a quarter of an hour. Each
 * attempt is counted before it is judged, so that a hundred at once get no further; one that succeeds is taken back.
 */
public final class AttemptLimits {
    static final int PER_NAME = 10;
    static final int PER_SOURCE = 50;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 200;

    private final Table table;
    private final Clock clock;

    @Inject
    public AttemptLimits(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Counts an attempt, or refuses it: alike for names that exist and names that do not. */
    void count(String name, String source) {
        Contention.insist(ATTEMPTS, "signing in does not work now", () -> {
            var counted = Stream.of(next(nameKey(name), PER_NAME), next(sourceKey(source), PER_SOURCE));
            return table.write(counted.toList());
        });
    }

    /** Takes back an attempt that succeeded. Where that does not go through, the window's end does it. */
    void forgive(String name, String source) {
        table.write(Write.delete(nameKey(name)));
        table.write(Write.increment(sourceKey(source), "count", -1).when(Condition.EXISTS));
    }

    private Write next(Key key, int most) {
        var row = table.get(key);
        long count = row.map(it -> Fields.of(it.data()).whole("count")).orElse(0L);
        Instant now = clock.instant();
        Instant end = row.flatMap(Row::expires).orElse(now.plus(WINDOW));
        if (count >= most) {
            throw new FailureException(new Failure.TooMany("attempts to sign in", Duration.between(now, end)));
        }
        long version = row.map(Row::version).orElse(0L) + 1;
        var next = new Row(key, version, new Members().put("count", count + 1).json(), Map.of(), Optional.of(end));
        return Write.put(next)
                .when(row.isEmpty() ? Condition.ABSENT : new Condition.AttributeIs("count", Json.of(count)));
    }

    private static Key nameKey(String name) {
        return new Key("attempts#" + hidden(name), "name");
    }

    private static Key sourceKey(String source) {
        return new Key("attempts#" + hidden(source), "source");
    }

    /** People type passwords where names belong. */
    private static String hidden(String text) {
        return Base32.encode(Digest.sha256(text), 20);
    }
}
