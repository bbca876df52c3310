package dev.quarterdeck.local.hub;

import dev.quarterdeck.inventory.exporting.ExportWork;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes the exports that people ask a served hub for, one after the other, on a thread of its own. */
final class ExportLoop implements LocalHub.Working {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final ExportWork work;
    private final Consumer<Json.Obj> lines;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("exports").daemon().unstarted(this::run);

    private ExportLoop(ExportWork work, Consumer<Json.Obj> lines, Clock clock) {
        this.work = work;
        this.lines = lines;
        this.clock = clock;
    }

    /** Begins; what an earlier process was at is begun anew. */
    static ExportLoop start(ExportWork work, Consumer<Json.Obj> lines, Clock clock) {
        work.reclaim();
        var loop = new ExportLoop(work, lines, clock);
        loop.thread.start();
        return loop;
    }

    private void run() {
        try {
            boolean idle = false;
            while (!closed.await(idle ? PAUSE.toMillis() : 0, TimeUnit.MILLISECONDS)) {
                idle = !next();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // only its owner ends this thread, by closing; but an end it is
        }
    }

    private boolean next() {
        try {
            return work.next();
        } catch (
                RuntimeException e) { // the edge of the process: the export says that it failed, and here it stands why
            lines.accept(new Members()
                    .put("time", clock.instant())
                    .put("level", "ERROR")
                    .put("what", "an export failed: " + e)
                    .json());
            return false;
        }
    }

    /** Ends as soon as what is being written can be left. */
    @Override
    public void close() {
        closed.countDown();
        work.stop();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
