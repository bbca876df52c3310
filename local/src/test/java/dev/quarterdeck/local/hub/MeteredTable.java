package dev.quarterdeck.local.hub;

import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts the rows that are read, and keeps which partitions were asked, and by which index. */
final class MeteredTable implements Table {
    private final Table table;
    private final Set<String> asked = new TreeSet<>();
    private int rows;

    MeteredTable(Table table) {
        this.table = table;
    }

    /** The rows that something reads; each request counts as one at least, found or not. */
    synchronized int during(Runnable work) {
        int before = rows;
        work.run();
        return rows - before;
    }

    /** Each like {@code first: accounts}. */
    Set<String> asked() {
        return asked;
    }

    private void count(int some, String index, String partition) {
        rows += Math.max(1, some);
        asked.add(index + ": " + partition);
    }

    @Override
    public Optional<Row> get(Key key) {
        count(1, "key", key.partition());
        return table.get(key);
    }

    @Override
    public Map<Key, Row> get(Collection<Key> keys) {
        keys.forEach(key -> count(1, "key", key.partition()));
        return table.get(keys);
    }

    @Override
    public Written write(List<Write> writes) {
        writes.forEach(write -> asked.add("key: " + write.key().partition()));
        return table.write(writes);
    }

    @Override
    public Page query(Query query) {
        Page page = table.query(query);
        String index = query.index()
                .map(Index::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("table");
        count(page.rows().size(), index, query.partition());
        return page;
    }
}
