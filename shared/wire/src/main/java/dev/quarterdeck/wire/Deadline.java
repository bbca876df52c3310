package dev.quarterdeck.wire;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;

/** Breaks the connection when the time is over, which wakes whoever reads or writes on it. */
final class Deadline implements Runnable {
    private final ExecutableHttpRequest exchange;
    private volatile @Nullable Future<?> alarm;
    private volatile boolean passed;

    Deadline(ExecutableHttpRequest exchange) {
        this.exchange = exchange;
    }

    void alarm(Future<?> scheduled) {
        alarm = scheduled;
    }

    @Override
    public void run() {
        passed = true;
        exchange.abort();
    }

    boolean passed() {
        return passed;
    }

    void cancel() {
        Future<?> scheduled = alarm;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }
}
