package dev.quarterdeck.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How far this machine's clock is off, for each host that said so. */
final class Skew {
    /** AWS accepts signatures five minutes old; below four the clock is not what it complained of. */
    private static final Duration TOLERATED = Duration.ofMinutes(4);

    private final Timing timing;
    private final ConcurrentMap<String, Duration> offsets = new ConcurrentHashMap<>();

    Skew(Timing timing) {
        this.timing = timing;
    }

    /** The time at the host, for signing. */
    Clock clock(String host) {
        return Clock.fixed(timing.now().plus(offsets.getOrDefault(host, Duration.ZERO)), ZoneOffset.UTC);
    }

    /** Learns from the Date header of a refusal; true if the time used so far was wrong, so that asking again helps. */
    boolean learn(String host, String date) {
        try {
            Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            boolean off = Duration.between(clock(host).instant(), there).abs().compareTo(TOLERATED) > 0;
            if (off) {
                offsets.put(host, Duration.between(timing.now(), there));
            }
            return off;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
