package dev.quarterdeck.testkit.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Query.Range;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Transactions and queries chosen by chance, the same for the same seed. */
final class Moves {
    private static final int KEYS = 6;

    private final Random random;
    private final String space;
    private final Clock clock;

    Moves(long seed, String space, Clock clock) {
        this.random = new Random(seed);
        this.space = space;
        this.clock = clock;
    }

    /** One to three writes on a few keys of two partitions; about half of their conditions hold. */
    List<Write> transaction(TableModel model) {
        var keys = new ArrayList<Key>();
        for (int i = 0; i < KEYS; i++) {
            keys.add(new Key(partition(), "k" + i));
        }
        Collections.shuffle(keys, random);
        return keys.stream()
                .limit(1 + random.nextInt(3))
                .map(key -> write(key, model.get(key)))
                .toList();
    }

    Query query() {
        Query query = random.nextBoolean() ? Query.of(partition()) : Query.of(index(), partition());
        return new Query(
                query.index(), query.partition(), range(), random.nextBoolean(), 1 + random.nextInt(5), query.from());
    }

    private Write write(Key key, Optional<Row> row) {
        List<Condition> conditions = random.nextInt(3) == 0 ? List.of() : List.of(condition(row));
        return switch (random.nextInt(6)) {
            case 0 -> new Write.Delete(key, conditions);
            case 1 -> new Write.Check(key, List.of(condition(row)));
            case 2 -> new Write.Increment(key, name(), random.nextInt(-3, 5), conditions);
            default -> new Write.Put(changed(key, row), conditions);
        };
    }

    private Condition condition(Optional<Row> row) {
        return switch (random.nextInt(5)) {
            case 0 -> Condition.ABSENT;
            case 1 -> Condition.EXISTS;
            case 2 -> new Condition.VersionIs(row.map(Row::version).orElse(1L) + random.nextInt(2));
            case 3 -> new Condition.AttributeIs(name(), Json.of(random.nextInt(2)));
            default -> new Condition.CounterAtMost(name(), random.nextInt(6));
        };
    }

    private Row changed(Key key, Optional<Row> row) {
        Json.Obj data = Json.Obj.EMPTY.with(name(), Json.of(random.nextInt(3)));
        Row next = row.map(some -> some.next(data)).orElseGet(() -> Row.of(key, data));
        for (Index index : Index.values()) {
            if (random.nextBoolean()) {
                next = next.in(index, new Key(partition(), random.nextInt(3) + key.partition() + key.sort()));
            }
        }
        return random.nextInt(3) == 0 ? next.until(clock.instant().plusSeconds(random.nextInt(8))) : next;
    }

    private Range range() {
        return switch (random.nextInt(4)) {
            case 0 -> new Range.StartsWith(String.valueOf(random.nextInt(3)));
            case 1 -> new Range.StartsWith("k");
            case 2 -> new Range.Between(String.valueOf(random.nextInt(3)), "k" + random.nextInt(KEYS));
            default -> Range.ALL;
        };
    }

    private String partition() {
        return space + "#" + random.nextInt(2);
    }

    private Index index() {
        return random.nextBoolean() ? Index.FIRST : Index.SECOND;
    }

    private String name() {
        return random.nextBoolean() ? "count" : "size";
    }
}
