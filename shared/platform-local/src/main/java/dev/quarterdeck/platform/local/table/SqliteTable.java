package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Limits;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hub's table in one SQLite file, for one process at a time. Reads run side by side; writes go through one thread,
 * which makes many transactions durable at once. What is acknowledged survives a crash of process and machine.
 */
public final class SqliteTable implements Table, AutoCloseable {
    private final SqliteFile file;
    private final Clock clock;
    private final Readers readers;
    private final Writer writer;

    private SqliteTable(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.readers = new Readers(file);
        this.writer = Writer.start(file, clock);
    }

    /** Opens the file, or makes it. Fails with one sentence where it is not the hub's, damaged, in use or out of reach. */
    public static SqliteTable open(Path path, Clock clock) {
        return new SqliteTable(SqliteFile.open(path), clock);
    }

    @Override
    public Optional<Row> get(Key key) {
        return readers.read(reader -> reader.get(key)).filter(row -> !row.gone(clock.instant()));
    }

    @Override
    public Map<Key, Row> get(Collection<Key> keys) {
        var wanted = new LinkedHashSet<>(keys);
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("%d keys in one read, of at most %d".formatted(wanted.size(), MOST));
        }
        var now = clock.instant();
        return readers.read(reader -> {
            var found = new LinkedHashMap<Key, Row>();
            for (Key key : wanted) {
                reader.get(key).filter(row -> !row.gone(now)).ifPresent(row -> found.put(key, row));
            }
            return found;
        });
    }

    @Override
    public Written write(List<Write> writes) {
        Optional<Written.TooLarge> tooLarge = Limits.exceeded(writes);
        return tooLarge.isPresent() ? tooLarge.get() : writer.write(writes);
    }

    @Override
    public Page query(Query query) {
        return readers.read(reader -> reader.query(query, clock.instant()));
    }

    /** Whether nothing was ever written that is still there. */
    public boolean isEmpty() {
        return readers.read(Reader::isEmpty);
    }

    /** Removes rows that have expired, at most so many; says how many it removed. Reads hide them anyway. */
    public int removeExpired(int most) {
        return writer.removeExpired(most);
    }

    /** Lets the file grow to so many pages (of 4 KB) and no more, as a full disk would. */
    void limitTo(int pages) {
        writer.limitTo(pages);
    }

    /** Writes a copy of all that is committed now, while reading and writing go on. */
    public void copyTo(Path target) {
        SqliteFile.copy(file.path(), target);
    }

    /** Finishes the writes that are under way and moves everything into the one file. */
    @Override
    public void close() {
        readers.close();
        writer.close();
        file.close();
    }
}
