package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The thread that brings workflows on: whenever something happened, and when something is due. */
public final class WorkflowLoop implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final LocalWorkflows workflows;
    private final Clock clock;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private WorkflowLoop(LocalWorkflows workflows, Clock clock) {
        this.workflows = workflows;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("workflows").daemon().unstarted(this::run);
    }

    public static WorkflowLoop start(LocalWorkflows workflows, Clock clock) {
        var loop = new WorkflowLoop(workflows, clock);
        workflows.ring(loop.wakes::release);
        loop.thread.start();
        return loop;
    }

    /** Ends after the round that is under way; tasks are interrupted, and done again when workflows go on. */
    @Override
    public void close() {
        closed = true;
        wakes.release();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        workflows.abandon();
    }

    private void run() {
        try {
            while (!closed) {
                if (wakes.tryAcquire(pause(round()).toNanos(), TimeUnit.NANOSECONDS)) {
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // only its owner ends this thread, by closing; but an end it is
        }
    }

    private Optional<Instant> round() {
        try {
            return workflows.round();
        } catch (FailureException _) {
            return Optional
                    .empty(); // the table does not answer: whoever asks it next is told, and what is due stays due
        }
    }

    private Duration pause(Optional<Instant> due) {
        Duration until = due.map(at -> Duration.between(clock.instant(), at)).orElse(LONGEST_PAUSE);
        return until.isNegative() ? Duration.ZERO : until.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : until;
    }
}
