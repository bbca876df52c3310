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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Allowed reads, kept in memory and written as chained batches: by whoever fills a batch, by the host's timer, or at
 * the end of a function's turn. Who reads faster than can be written waits; while nothing can be written, a full log
 * refuses further reads.
 */
@Singleton
public final class AccessLog {
    static final String CHAIN = "access";
    private static final int BATCH = 100;
    static final int MOST = 10 * BATCH;
    private static final int FULL = -1;

    private final Chain chain;
    private final Clock clock;
    private final Deque<Json> waiting = new ArrayDeque<>();
    private final Lock writing = new ReentrantLock();

    @Inject
    public AccessLog(Table table, Clock clock) {
        this.chain = new Chain(CHAIN, table, clock);
        this.clock = clock;
    }

    public void note(Entry entry) {
        Json read = entry.json().with("time", Json.of(Chained.time(clock.instant())));
        int size = add(read);
        if (size == FULL) {
            flush();
            size = add(read);
        }
        if (size == FULL) {
            throw new FailureException(new Failure.Unavailable("the access log cannot be written"));
        }
        if (size % BATCH == 0 && writing.tryLock()) { // whoever holds it writes; the others need not wait for that
            try {
                boolean _ = write(size);
            } finally {
                writing.unlock();
            }
        }
    }

    /** Writes all that waits now; says whether it is written. What is not stays for the next time. */
    public boolean flush() {
        writing.lock();
        try {
            return write(size());
        } finally {
            writing.unlock();
        }
    }

    /** Writes so many of the first, and perhaps some more; what comes meanwhile is the next one's to write. */
    private boolean write(int most) {
        int left = most;
        for (var batch = first(); left > 0 && !batch.isEmpty(); batch = first()) {
            var content = new Members().put("reads", Json.of(batch)).json();
            if (!chain.append(List.of(), List.of(content), UnaryOperator.identity())
                    .done()) {
                return false;
            }
            forget(batch.size());
            left -= batch.size();
        }
        return true;
    }

    /** How many wait then. */
    private int add(Json read) {
        synchronized (waiting) {
            if (waiting.size() >= MOST) {
                return FULL;
            }
            waiting.add(read);
            return waiting.size();
        }
    }

    private int size() {
        synchronized (waiting) {
            return waiting.size();
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
