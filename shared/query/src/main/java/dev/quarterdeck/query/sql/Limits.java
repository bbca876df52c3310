package dev.quarterdeck.query.sql;

import dev.quarterdeck.query.engine.Patience;
import java.time.Duration;

/**
 * What a query may take: rows and characters of its answer, time, and memory such as {@code 512MB}; and how long it is
 * waited for until its rows are read.
 */
public record Limits(int rows, long characters, Duration time, String memory, Patience reading) {
    public static final Limits USUAL =
            new Limits(10_000, 16_000_000, Duration.ofSeconds(20), "512MB", Patience.ENDLESS);

    /** A function's answer is six megabytes at most, escaped; API Gateway waits thirty seconds for it, its start among them. */
    public static final Limits OF_A_FUNCTION =
            new Limits(10_000, 2_500_000, Duration.ofSeconds(10), "512MB", new Patience(Duration.ofSeconds(8)));
}
