package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hash chains in the table. Records go to one of several shards, so that no head is hot; each append is a transaction
 * with the state it speaks of and a condition on the shard's head.
 */
final class Chain {
    static final int SHARDS = 8;
    private static final int ATTEMPTS = 3 * SHARDS;

    private final String name;
    private final Table table;
    private final Clock clock;

    Chain(String name, Table table, Clock clock) {
        this.name = name;
        this.table = table;
        this.clock = clock;
    }

    /** The writes and the contents, all or nothing. Where only the head had moved, another shard is tried. */
    Written append(List<Write> state, List<Json.Obj> contents, UnaryOperator<Row> placed) {
        var at = new Place(Math.floorMod(contents.hashCode(), SHARDS));
        return Contention.resolve(ATTEMPTS, () -> {
            var head = head(at.next());
            var records = chained(head, contents);
            var writes = new ArrayList<>(state);
            records.forEach(
                    record -> writes.add(Write.put(placed.apply(row(record))).when(Condition.ABSENT)));
            writes.add(moved(head, records.getLast().head()));
            return settled(table.write(writes), head);
        });
    }

    List<Head> heads() {
        return IntStream.range(0, SHARDS).mapToObj(this::head).toList();
    }

    static String partition(String chain, int shard) {
        return "%s#%d".formatted(chain, shard);
    }

    private List<Chained> chained(Head head, List<Json.Obj> contents) {
        Instant now = clock.instant();
        var records = new ArrayList<Chained>();
        for (var content : contents) {
            records.add(new Chained(records.isEmpty() ? head : records.getLast().head(), now, content));
        }
        return records;
    }

    private Row row(Chained record) {
        return Row.of(
                new Key(partition(name, record.before().shard()), "%016d".formatted(record.sequence())), record.json());
    }

    private Head head(int shard) {
        return table.get(headKey(shard))
                .map(row -> new Head(name, shard, row.version(), hash(row)))
                .orElseGet(() -> Head.start(name, shard));
    }

    private static String hash(Row row) {
        if (row.data().get("hash").orElse(Json.Null.VALUE) instanceof Json.Str(var hash)) {
            return hash;
        }
        throw new IllegalStateException("head %s has no hash".formatted(row.key()));
    }

    /** The head's version is its sequence, so that the condition on one is a condition on both. */
    private Write moved(Head from, Head to) {
        var hash = Json.of(Map.of("hash", Json.of(to.hash())));
        var row = new Row(headKey(to.shard()), to.sequence(), hash, Map.of(), Optional.empty());
        return Write.put(row).when(from.sequence() == 0 ? Condition.ABSENT : new Condition.VersionIs(from.sequence()));
    }

    private Key headKey(int shard) {
        return new Key(name + "#heads", Integer.toString(shard));
    }

    /** Refused by the chain's own rows alone is a race for the head; refused by the state's is the caller's to know. */
    private Written settled(Written written, Head head) {
        if (!(written instanceof Written.Refused(var keys))) {
            return written;
        }
        Set<Key> others = keys.stream().filter(key -> !ours(key, head)).collect(Collectors.toSet());
        return others.isEmpty() ? new Written.Conflict() : new Written.Refused(others);
    }

    private boolean ours(Key key, Head head) {
        return key.equals(headKey(head.shard())) || key.partition().equals(partition(name, head.shard()));
    }

    /** Goes round the shards. */
    private static final class Place {
        private int shard;

        Place(int first) {
            this.shard = first;
        }

        int next() {
            int now = shard;
            shard = (shard + 1) % SHARDS;
            return now;
        }
    }
}
