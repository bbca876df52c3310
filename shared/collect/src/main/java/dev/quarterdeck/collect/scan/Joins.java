package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.scan.Asking.Listed;
import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.Enrichment.Rows;
import dev.quarterdeck.collect.types.Listing;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.Paging;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What one call tells of many resources of an account, asked once in a region for all types that want it. */
final class Joins {
    private static final Answer STOPPED = new Answer.Failed("Interrupted", "the scan was stopped");

    private final Asking asking;
    private final Together together;
    private final ConcurrentMap<Asked, FutureTask<Listed>> lists = new ConcurrentHashMap<>();
    private final ConcurrentMap<Key, FutureTask<Table>> tables = new ConcurrentHashMap<>();

    Joins(Asking asking, Together together) {
        this.asking = asking;
        this.together = together;
    }

    /** What is taken of each row, by key, and how asking for them ended. */
    record Table(Answer answer, Map<String, Json> rows) {}

    private record Asked(String region, String operation, Map<String, ?> input, String items) {
        static Asked of(Call call, Paging paging) {
            return new Asked(call.region(), call.service() + ":" + call.operation(), call.input(), paging.items());
        }
    }

    private record Key(Asked asked, String key, String take) {}

    /** What the other types put into this one's call. */
    Map<String, ?> others(Ask ask) {
        return together.input(ask);
    }

    Table table(Call call, Enrichment enrichment, Rows rows, Scope scope) {
        var key = new Key(
                Asked.of(call, rows.paging()),
                rows.key().source(),
                enrichment.taking().take().source());
        Table none = new Table(STOPPED, Map.of());
        return once(tables, key, () -> read(call, enrichment, rows, scope), none);
    }

    /** All rows of a list that some types join to and another type consists of. */
    Listed list(Call call, Paging paging) {
        return once(lists, Asked.of(call, paging), () -> asking.all(call, paging), new Listed(STOPPED, List.of()));
    }

    /** Drops what was read in a region: memory is dearer than asking once more. */
    void forget(String region) {
        lists.keySet().removeIf(asked -> asked.region.equals(region));
        tables.keySet().removeIf(key -> key.asked.region.equals(region));
    }

    /** Whether a type's list is what other types join to. */
    boolean lists(Listing listing) {
        return together.joins(listing);
    }

    private static <K, V> V once(ConcurrentMap<K, FutureTask<V>> known, K key, Callable<V> ask, V stopped) {
        var mine = new FutureTask<>(ask);
        FutureTask<V> task = known.putIfAbsent(key, mine);
        if (task == null) {
            mine.run();
            task = mine;
        }
        return result(task, stopped);
    }

    private Table read(Call call, Enrichment enrichment, Rows rows, Scope scope) {
        Listed listed = list(call, rows.paging());
        var table = new HashMap<String, Json>();
        for (Json row : listed.rows()) {
            Expression.text(rows.key().evaluate(row, scope))
                    .ifPresent(key -> table.put(key, enrichment.taking().take().evaluate(row, scope)));
        }
        return new Table(listed.answer(), table);
    }

    private static <V> V result(FutureTask<V> task, V stopped) {
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return stopped;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a join broke", e.getCause());
        }
    }
}
