package dev.quarterdeck.bench.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.util.ArrayList;
import java.util.List;

/** Rows as the hub has them: some 500 bytes, a hundred in a partition, each in an index. */
final class Sample {
    static final int IN_PARTITION = 100;
    private static final int THREADS = 4;

    private Sample() {}

    static Key key(int number) {
        return new Key("thing#%07d".formatted(number / IN_PARTITION), "part#%02d".formatted(number % IN_PARTITION));
    }

    static String indexed(int number) {
        return "things-by-team#%06d".formatted(number / IN_PARTITION);
    }

    static Row row(int number, long version) {
        Json.Obj data = new Members()
                .put("account_id", "%012d".formatted(number))
                .put("name", "thing number " + number)
                .put("environment", "production")
                .put("count", version)
                .put("tags", List.of("team=orders", "cost-center=4711", "stage=prod"))
                .put("note", "what somebody wrote about it; ".repeat(10))
                .json();
        return Row.of(key(number), data).in(Index.FIRST, new Key(indexed(number), "%07d".formatted(number)));
    }

    /** Writes the first so many, in transactions of a hundred, several at a time. */
    static void fill(Table table, int rows) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int from = first * Table.MOST; from < rows; from += THREADS * Table.MOST) {
                    write(table, from, Math.min(rows, from + Table.MOST));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void write(Table table, int from, int end) {
        var writes = new ArrayList<Write>();
        for (int number = from; number < end; number++) {
            writes.add(Write.put(row(number, 1)));
        }
        if (!table.write(writes).done()) {
            throw new IllegalStateException("rows could not be written");
        }
    }
}
