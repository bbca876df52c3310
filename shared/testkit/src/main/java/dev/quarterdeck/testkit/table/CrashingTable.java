package dev.quarterdeck.testkit.table;

import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A table at whose n-th moment the process dies; the moments are those before and after each call. */
public final class CrashingTable implements Table {
    private final Table table;
    private int left;

    public CrashingTable(Table table, int crashAt) {
        this.table = table;
        this.left = crashAt;
    }

    /** The end of the process: no handler's failure, nothing catches it. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<Row> get(Key key) {
        return between(() -> table.get(key));
    }

    @Override
    public Map<Key, Row> get(Collection<Key> keys) {
        return between(() -> table.get(keys));
    }

    @Override
    public Written write(List<Write> writes) {
        return between(() -> table.write(writes));
    }

    @Override
    public Page query(Query query) {
        return between(() -> table.query(query));
    }

    private <T> T between(Supplier<T> call) {
        step();
        T result = call.get();
        step();
        return result;
    }

    private void step() {
        if (left-- == 0) {
            throw new Crash();
        }
    }
}
