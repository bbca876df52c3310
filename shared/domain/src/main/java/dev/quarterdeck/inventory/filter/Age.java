package dev.quarterdeck.inventory.filter;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A span of time as people write it, such as {@code 90d}. */
public record Age(long amount, Unit unit) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([a-z])");

    /** The letter of each is its first, in lower case. */
    public enum Unit {
        SECONDS(Duration.ofSeconds(1)),
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1)),
        WEEKS(Duration.ofDays(7));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        String letter() {
            return name().substring(0, 1).toLowerCase(Locale.ROOT);
        }
    }

    static Optional<Age> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Stream.of(Unit.values())
                        .filter(unit -> unit.letter().equals(form.group(2)))
                        .findFirst()
                        .map(unit -> new Age(Long.parseLong(form.group(1)), unit))
                : Optional.empty();
    }

    public Duration duration() {
        return unit.length.multipliedBy(amount);
    }

    @Override
    public String toString() {
        return amount + unit.letter();
    }
}
