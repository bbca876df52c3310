package dev.quarterdeck.collect.scan;

import dev.quarterdeck.wire.Answer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets one list after another into a region until AWS answers any of them. After two that an organization's policy
 * barred one more is tried, the canary; if that is barred too, nothing else is asked in this region.
 */
final class Gate {
    private static final int BARRED_WITH_CANARY = 3;
    /** A list that hangs must not hold up the others. */
    private static final long PATIENCE_MILLIS = 2_000;

    private boolean open;
    private boolean trying;
    private int barred;
    private Optional<Refusal> closed = Optional.empty();

    /** Waits for one's turn; why there is none any more, or nothing if one may ask. */
    synchronized Optional<Refusal> enter() {
        try {
            for (long left = PATIENCE_MILLIS; !open && closed.isEmpty() && trying && left > 0; ) {
                long began = System.nanoTime();
                wait(left);
                left -= TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            }
            trying = !open && closed.isEmpty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // who asks on will find the scan stopped
        }
        return closed;
    }

    /** A list has come to its end, or brought its first row. */
    synchronized void answered(Answer answer) {
        switch (answer) {
            case Answer.Barred failure -> barred(failure);
            case Answer.OptedOut failure -> close(Refusal.of(failure));
            case Answer.Done _,
                    Answer.Denied _,
                    Answer.Throttled _,
                    Answer.Unsupported _,
                    Answer.Absent _,
                    Answer.Failed _ -> answered();
        }
    }

    synchronized void answered() {
        open = true;
        notifyAll();
    }

    synchronized boolean isBarred() {
        return closed.isPresent() && barred >= BARRED_WITH_CANARY;
    }

    private void barred(Answer.Barred failure) {
        trying = false;
        barred++;
        if (barred >= BARRED_WITH_CANARY) {
            close(Refusal.of(new Answer.Barred(
                    failure.policy(),
                    "not asked after %d calls here were barred: %s".formatted(barred, failure.message()))));
        }
        notifyAll();
    }

    /** What has been answered once is not closed any more: then policies bar single services only. */
    private void close(Refusal why) {
        if (!open) {
            closed = Optional.of(why);
        }
        notifyAll();
    }
}
