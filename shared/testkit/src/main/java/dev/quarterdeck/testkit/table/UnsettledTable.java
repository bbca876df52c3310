package dev.quarterdeck.testkit.table;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Limits;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The test mode of a table: all that a table may do and that programs forget. Now and then it answers with a conflict,
 * its pages are short or empty, its indexes show what was. What it does follows from a seed.
 */
public final class UnsettledTable implements Table {
    private static final String LEAST = "\u0000";
    private static final String GREATEST = "\udbff\udfff".repeat(256);

    private final Table table;
    private final Random random;
    private final Lag lag;

    public UnsettledTable(Table table, Clock clock, long seed) {
        this.table = table;
        this.random = new Random(seed);
        this.lag = new Lag(clock, random);
    }

    @Override
    public Optional<Row> get(Key key) {
        return table.get(key);
    }

    @Override
    public Map<Key, Row> get(Collection<Key> keys) {
        return table.get(keys);
    }

    @Override
    public synchronized Written write(List<Write> writes) {
        boolean sound = Limits.exceeded(writes).isEmpty(); // what no engine stores is a mistake, not a matter of luck
        if (sound && !writes.isEmpty() && random.nextInt(6) == 0) {
            return Written.Conflict.VALUE;
        }
        Map<Key, Row> before = before(writes);
        Written written = table.write(writes);
        if (written.done()) {
            writes.forEach(write -> lag.begin(write.key(), Optional.ofNullable(before.get(write.key()))));
        }
        return written;
    }

    private Map<Key, Row> before(List<Write> writes) {
        return table.get(writes.stream().map(Write::key).limit(MOST).toList());
    }

    @Override
    public synchronized Page query(Query query) {
        if (random.nextInt(5) == 0) {
            Optional<Cursor> start = query.from().or(() -> start(query));
            if (start.isPresent()) {
                return new Page(List.of(), start);
            }
        }
        Query some = random.nextBoolean() ? query : query.limit(1 + random.nextInt(query.limit()));
        Page page = table.query(some);
        return query.index().isPresent() ? lag.apply(some, page) : page;
    }

    /** A cursor before everything, so that even the first page can be empty; none if just that place is taken. */
    private Optional<Cursor> start(Query query) {
        String edge = query.backwards() ? GREATEST : LEAST;
        Key place = new Key(query.partition(), edge);
        if (query.index().isPresent()) {
            return Optional.of(new Cursor(new Key(edge, edge), Optional.of(place)));
        }
        return table.get(place).isPresent() ? Optional.empty() : Optional.of(new Cursor(place, Optional.empty()));
    }
}
