package dev.quarterdeck.kernel.table;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tries again what lost a race for rows: a bounded number of times, with a growing, random pause between. */
public final class Contention {
    private static final long FIRST_PAUSE_NANOS = 500_000;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    private Contention() {}

    /** What the attempt came to once it was no {@link Written.Conflict}, or the last conflict. */
    public static Written resolve(int attempts, Supplier<Written> attempt) {
        return resolve(attempts, attempt, Written.Conflict.class::isInstance);
    }

    /** Has it written: an attempt that reads what its conditions are on also lost a race where one is refused. */
    public static void insist(int attempts, String complaint, Supplier<Written> attempt) {
        if (!resolve(attempts, attempt, Contention::raced).done()) {
            throw new FailureException(new Failure.Unavailable(complaint));
        }
    }

    private static boolean raced(Written written) {
        return written instanceof Written.Conflict || written instanceof Written.Refused;
    }

    /** What the attempt came to once it had not lost, or the last that had. */
    public static <T> T resolve(int attempts, Supplier<T> attempt, Predicate<T> lost) {
        long pause = FIRST_PAUSE_NANOS;
        for (int left = attempts; ; left--) {
            T outcome = attempt.get();
            if (!lost.test(outcome) || left <= 1) {
                return outcome;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }
}
