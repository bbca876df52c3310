package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The process that is killed: several threads write, each transaction three rows and an audit record, and each tells
 * its parent what was acknowledged.
 */
final class Victim {
    static final int THREADS = 6;

    private Victim() {}

    public static void main(String[] args) {
        var table = SqliteTable.open(Path.of(args[0]), Clock.systemUTC());
        var log = new AuditLog(table, Clock.systemUTC());
        var out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread.ofPlatform().start(() -> write(table, log, number, out));
        }
    }

    static Key one(int thread) {
        return new Key("one", "t" + thread);
    }

    static Key other(int thread) {
        return new Key("other", "t" + thread);
    }

    static Key counter(int thread) {
        return new Key("counter", "t" + thread);
    }

    static long written(Table table, int thread) {
        return table.get(one(thread)).map(Row::version).orElse(0L);
    }

    private static void write(Table table, AuditLog log, int thread, PrintStream out) {
        for (long number = written(table, thread) + 1; ; number++) {
            Json.Obj data = Json.Obj.EMPTY.with("number", Json.of(number)).with("text", Json.of("x".repeat(2000)));
            List<Write> writes = List.of(
                    Write.put(new Row(one(thread), number, data, Map.of(), Optional.empty())),
                    Write.put(Row.of(other(thread), data)),
                    Write.increment(counter(thread), "count", 1));
            var entry = Entry.of(
                    Actor.HUB, "test.write", Thing.of("row", "t" + thread), Outcome.done(), Origin.internal("kill"));
            while (!log.commit(writes, entry).done()) {
                Thread.onSpinWait();
            }
            out.println(thread + " " + number + " done"); // a line cut short by the end lacks this word
        }
    }
}
