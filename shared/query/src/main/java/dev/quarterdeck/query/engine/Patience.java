package dev.quarterdeck.query.engine;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/** How long rows may be read while somebody waits for an answer made of them. */
public record Patience(Duration limit) {
    /** Of whoever waits until all are read. */
    public static final Patience ENDLESS = new Patience(ChronoUnit.FOREVER.getDuration());

    /** Says from now on whether it is over. */
    public BooleanSupplier begin() {
        long begun = System.nanoTime();
        return () -> limit.minusNanos(System.nanoTime() - begun).isNegative();
    }
}
