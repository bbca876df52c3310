package dev.quarterdeck.bench.table;

import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.nio.file.Path;
import java.time.Clock;

/** The hub's table on a file. */
record OurTable(SqliteTable table) implements Subject {
    static OurTable open(Path file) {
        return new OurTable(SqliteTable.open(file, Clock.systemUTC()));
    }

    @Override
    public int get(int number) {
        return table.get(Sample.key(number)).orElseThrow().data().members().size();
    }

    @Override
    public int query(int partition) {
        return read(Query.of(Sample.key(partition * Sample.IN_PARTITION).partition()));
    }

    @Override
    public int queryIndex(int partition) {
        return read(Query.of(Index.FIRST, Sample.indexed(partition * Sample.IN_PARTITION)));
    }

    private int read(Query query) {
        return table.query(query).rows().size();
    }

    @Override
    public void put(int number, long version) {
        table.write(Write.put(Sample.row(number, version)));
    }

    @Override
    public void close() {
        table.close();
    }
}
