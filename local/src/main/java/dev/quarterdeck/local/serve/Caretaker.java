package dev.quarterdeck.local.serve;

import dev.quarterdeck.accounts.upkeep.Upkeep;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sees each minute, while the hub is served, to what is due. */
final class Caretaker implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chores").factory());

    private Caretaker() {}

    static Caretaker start(Upkeep upkeep) {
        var caretaker = new Caretaker();
        var _ = caretaker.thread.scheduleWithFixedDelay(upkeep::round, 0, 1, TimeUnit.MINUTES);
        return caretaker;
    }

    /** Lets the one that is being done end. */
    @Override
    public void close() {
        thread.close();
    }
}
