package dev.quarterdeck.query.sql;

import java.time.Duration;

/** What a query may take: rows and characters of its answer, time, and memory such as {@code 512MB}. */
public record Limits(int rows, long characters, Duration time, String memory) {
    public static final Limits USUAL = new Limits(10_000, 16_000_000, Duration.ofSeconds(20), "512MB");
}
