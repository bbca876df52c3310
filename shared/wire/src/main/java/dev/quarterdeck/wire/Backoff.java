package dev.quarterdeck.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long to wait before asking again: full jitter, but never less than AWS asks for. */
record Backoff(Timing timing) {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration FIRST_THROTTLED = Duration.ofMillis(500);

    /** {@code retry} is 1 for the first one. */
    Duration before(int retry, boolean throttled, Duration askedFor) {
        Duration first = throttled ? FIRST_THROTTLED : FIRST;
        long ceiling = Math.min(LONGEST.toNanos(), first.toNanos() << Math.min(retry - 1, 16));
        Duration jittered = Duration.ofNanos((long) (ceiling * timing.chance()));
        return jittered.compareTo(askedFor) < 0 ? askedFor : jittered;
    }

    /** What {@code Retry-After} (seconds or a date) or {@code x-amz-retry-after} (milliseconds) asks for. */
    Duration askedFor(Optional<String> retryAfter, Optional<String> amzRetryAfter) {
        return amzRetryAfter
                .flatMap(Backoff::whole)
                .map(Duration::ofMillis)
                .or(() -> retryAfter.flatMap(this::secondsOrDate))
                .filter(time -> !time.isNegative())
                .orElse(Duration.ZERO);
    }

    private Optional<Duration> secondsOrDate(String text) {
        return whole(text).map(Duration::ofSeconds).or(() -> date(text));
    }

    private Optional<Duration> date(String text) {
        try {
            return Optional.of(
                    Duration.between(timing.now(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Long> whole(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
