package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Whatever waits when a commit ends is made durable by the next one: a hundred callers
 * cost one flush of the disk, not a hundred.
 */
final class Writer implements AutoCloseable {
    private static final int MOST_AT_ONCE = 128;

    /** Who has been idle so long uses the time to remove some of what has expired. */
    private static final int IDLE_SECONDS = 10;

    private static final int MOST_EXPIRED = 500;

    /** What is done on the writing connection; it either does all it was asked or changes nothing. */
    private interface Work<T> {
        T on(Transactions transactions) throws SQLException;
    }

    private final SqliteFile file;
    private final Clock clock;
    private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final Job<Boolean> last = new Job<>(_ -> true);
    private final Thread thread;
    private boolean closed;

    /** After trouble there are none: the driver's statements are of no use then, and the next group opens new ones. */
    private @Nullable Transactions open;

    private Writer(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("table-writer").daemon().unstarted(this::run);
    }

    static Writer start(SqliteFile file, Clock clock) {
        var writer = new Writer(file, clock);
        writer.thread.start();
        return writer;
    }

    Written write(List<Write> writes) {
        return await(new Job<>(some -> some.write(writes)));
    }

    int removeExpired(int most) {
        return await(new Job<>(some -> some.removeExpired(most)));
    }

    void limitTo(int pages) {
        await(new Job<>(some -> some.limitTo(pages)));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(last);
            closed = true;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T await(Job<T> job) {
        synchronized (this) {
            if (closed) {
                throw Trouble.closed(file.path());
            }
            waiting.add(job);
        }
        try {
            return job.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        var group = new ArrayList<Job<?>>();
        do {
            group.clear();
            try {
                @Nullable Job<?> first = waiting.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                group.add(first == null ? new Job<>(some -> some.removeExpired(MOST_EXPIRED)) : first);
            } catch (InterruptedException _) {
                continue; // only its owner ends this thread, by the last job
            }
            waiting.drainTo(group, MOST_AT_ONCE - 1);
            commit(group);
        } while (!group.contains(last));
        discard();
    }

    private void commit(List<Job<?>> group) {
        try {
            Transactions transactions = transactions();
            transactions.begin();
            for (Job<?> job : group) {
                job.run(transactions);
            }
            transactions.commit();
            group.forEach(Job::tell);
        } catch (SQLException | RuntimeException | Error e) {
            discard();
            RuntimeException answer = e instanceof SQLException trouble
                    ? Trouble.of(trouble, file.path())
                    : new IllegalStateException("a transaction failed", e);
            group.forEach(job -> job.answer.completeExceptionally(answer));
        }
    }

    private Transactions transactions() throws SQLException {
        if (open == null) {
            open = new Transactions(file.connectToWrite(), clock);
        }
        return open;
    }

    /** Closing undoes what is not committed. */
    private void discard() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException _) {
            // what is committed is safe all the same, and the rest was never acknowledged
        }
        open = null;
    }

    /** Some work, and who waits for what comes of it: told only when that is durable. */
    private static final class Job<T> {
        private final Work<T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private Runnable news = () -> {};

        Job(Work<T> work) {
            this.work = work;
        }

        /** A mistake of one caller is told to that caller; trouble with the file is everybody's. */
        void run(Transactions transactions) throws SQLException {
            try {
                T result = work.on(transactions);
                news = () -> answer.complete(result);
            } catch (IllegalArgumentException e) {
                news = () -> answer.completeExceptionally(e);
            }
        }

        void tell() {
            news.run();
        }
    }
}
