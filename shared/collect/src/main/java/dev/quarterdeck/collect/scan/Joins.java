package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.scan.Asking.Listed;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.Enrichment.Rows;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What one call tells of many resources, asked once for all types that want it. */
final class Joins {
    private final Asking asking;
    private final ConcurrentMap<Key, FutureTask<Table>> tables = new ConcurrentHashMap<>();

    Joins(Asking asking) {
        this.asking = asking;
    }

    /** What is taken of each row, by key, and how asking for them ended. */
    record Table(Answer answer, Map<String, Json> rows) {}

    private record Key(String region, String operation, Map<String, ?> input, String items, String key, String take) {}

    Table table(Call call, Enrichment enrichment, Rows rows, Scope scope) {
        var key = new Key(
                call.region(),
                call.service() + ":" + call.operation(),
                call.input(),
                rows.paging().items(),
                rows.key().source(),
                enrichment.taking().take().source());
        var mine = new FutureTask<>(() -> read(call, enrichment, rows, scope));
        FutureTask<Table> task = tables.putIfAbsent(key, mine);
        if (task == null) {
            mine.run();
            task = mine;
        }
        return result(task);
    }

    private Table read(Call call, Enrichment enrichment, Rows rows, Scope scope) {
        Listed listed = asking.all(call, rows.paging());
        var table = new HashMap<String, Json>();
        for (Json row : listed.rows()) {
            Expression.text(rows.key().evaluate(row, scope))
                    .ifPresent(key -> table.put(key, enrichment.taking().take().evaluate(row, scope)));
        }
        return new Table(listed.answer(), table);
    }

    private static Table result(FutureTask<Table> task) {
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Table(new Answer.Failed("Interrupted", "the scan was stopped"), Map.of());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a join broke", e.getCause());
        }
    }
}
