package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Table;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Allowed reads, kept in memory and written as chained batches: by whoever fills a batch, by the host's timer, or at
 * the end of a function's turn. While they cannot be written, a full log refuses further reads.
 */
@Singleton
public final class AccessLog {
    static final String CHAIN = "access";
    private static final int BATCH = 100;
    private static final int MOST = 10 * BATCH;

    private final Chain chain;
    private final Clock clock;
    private final Deque<Json> waiting = new ArrayDeque<>();

    @Inject
    public AccessLog(Table table, Clock clock) {
        this.chain = new Chain(CHAIN, table, clock);
        this.clock = clock;
    }

    public void note(Entry entry) {
        int size;
        synchronized (waiting) {
            if (waiting.size() >= MOST) {
                throw new FailureException(new Failure.Unavailable("the access log cannot be written"));
            }
            waiting.add(entry.json().with("time", Json.of(Chained.time(clock.instant()))));
            size = waiting.size();
        }
        if (size % BATCH == 0) {
            flush();
        }
    }

    /** Writes what waits; says whether all of it is written now. What is not stays for the next time. */
    public boolean flush() {
        synchronized (chain) {
            for (var batch = first(); !batch.isEmpty(); batch = first()) {
                var content = new Members().put("reads", Json.of(batch)).json();
                if (!chain.append(List.of(), List.of(content), UnaryOperator.identity())
                        .done()) {
                    return false;
                }
                forget(batch.size());
            }
            return true;
        }
    }

    private List<Json> first() {
        synchronized (waiting) {
            return waiting.stream().limit(BATCH).toList();
        }
    }

    private void forget(int written) {
        synchronized (waiting) {
            for (int i = 0; i < written; i++) {
                waiting.remove();
            }
        }
    }
}
