package dev.quarterdeck.inventory.scheduling;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something is due, as EventBridge Scheduler writes it: {@code rate(6 hours)}, {@code cron(0 8 * * ? *)}, {@code
 * at(2026-12-01T08:00:00)}. Times of day that a change of clocks leaves out are left out; those that come twice count once.
 */
public sealed interface Timing {
    /** When it is due next after that instant; {@code since} is when the schedule began. */
    Optional<Instant> next(Instant after, ZoneId zone, Instant since);

    record Rate(Duration period) implements Timing {
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone, Instant since) {
            long periods =
                    after.isBefore(since) ? 0 : Duration.between(since, after).dividedBy(period);
            return Optional.of(since.plus(period.multipliedBy(periods + 1)));
        }
    }

    record Times(Cron cron) implements Timing {
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone, Instant since) {
            return cron.next(after, zone);
        }
    }

    record Once(LocalDateTime at) implements Timing {
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone, Instant since) {
            return Cron.instant(at, zone).filter(instant -> instant.isAfter(after));
        }
    }

    static Timing parse(String text) {
        Matcher call = Words.CALL.matcher(text);
        if (!call.matches()) {
            throw Words.malformed(text);
        }
        String inner = call.group(2);
        return switch (call.group(1)) {
            case "rate" -> rate(text, inner);
            case "cron" -> new Times(Cron.parse(inner));
            default -> once(text, inner);
        };
    }

    private static Timing rate(String text, String inner) {
        Matcher rate = Words.RATE.matcher(inner);
        if (!rate.matches()) {
            throw Words.malformed(text);
        }
        long value = Long.parseLong(rate.group(1));
        boolean one = rate.group(3).isEmpty();
        if (value == 0 || one != (value == 1)) {
            throw Words.malformed(text);
        }
        return new Rate(Duration.of(value, ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S")));
    }

    private static Timing once(String text, String inner) {
        try {
            return new Once(LocalDateTime.parse(inner));
        } catch (DateTimeException _) {
            throw Words.malformed(text);
        }
    }

    /** The words of which expressions are made. */
    final class Words {
        private static final Pattern CALL = Pattern.compile("(rate|cron|at)\\(([^()]{1,200})\\)");
        private static final Pattern RATE = Pattern.compile("([0-9]{1,6}) (minute|hour|day)(s?)");

        private Words() {}

        private static IllegalArgumentException malformed(String text) {
            return new IllegalArgumentException(
                    "must be like rate(6 hours), cron(0 8 * * ? *) or at(2026-12-01T08:00:00): '%s'".formatted(text));
        }
    }
}
