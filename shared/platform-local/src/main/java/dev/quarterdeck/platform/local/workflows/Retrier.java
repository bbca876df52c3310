package dev.quarterdeck.platform.local.workflows;

import java.time.Duration;

/** How often, and after which pauses, a step is tried again that failed with one of these errors. */
record Retrier(Errors errors, int attempts, Pauses pauses) {
    /** A first pause, what each is longer than the one before, and how long they get at most. */
    record Pauses(Duration first, double growth, Duration longest) {
        Pauses {
            if (growth < 1 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("pauses are longer than nothing and do not shrink: " + first);
            }
        }

        /** The pause before the attempt that follows so many failures. */
        Duration after(int failures) {
            double millis = first.toMillis() * Math.pow(growth, failures - 1.0);
            return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
        }
    }
}
