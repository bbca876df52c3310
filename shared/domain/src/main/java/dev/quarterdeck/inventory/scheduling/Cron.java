package dev.quarterdeck.inventory.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** EventBridge's cron: minutes, hours, day of month, month, day of week, year. */
public record Cron(CronNumbers minutes, CronNumbers hours, CronDays days, CronNumbers months, CronNumbers years) {
    private static final int LAST_YEAR = 2199;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    static Cron parse(String text) {
        String[] fields = text.strip().split(" +", -1);
        if (fields.length != 6) {
            throw new IllegalArgumentException(
                    "cron has six fields (minutes hours day-of-month month day-of-week year): '%s'".formatted(text));
        }
        return new Cron(
                CronNumbers.parse(fields[0], "minutes", 0, 59, List.of()),
                CronNumbers.parse(fields[1], "hours", 0, 23, List.of()),
                CronDays.parse(fields[2], fields[4]),
                CronNumbers.parse(fields[3], "month", 1, 12, MONTHS),
                CronNumbers.parse(fields[5], "year", 1970, LAST_YEAR, List.of()));
    }

    /** Nothing if there is no such time any more. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        while (day.getYear() <= LAST_YEAR) {
            if (!years.holds(day.getYear())) {
                day = day.withDayOfYear(1).plusYears(1);
            } else if (!months.holds(day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
            } else {
                Optional<Instant> found = days.hold(day) ? on(day, after, zone) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
                day = day.plusDays(1);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> on(LocalDate day, Instant after, ZoneId zone) {
        return hours.all()
                .boxed()
                .flatMap(hour -> minutes.all().mapToObj(minute -> day.atTime(LocalTime.of(hour, minute))))
                .flatMap(time -> instant(time, zone).stream())
                .filter(instant -> instant.isAfter(after))
                .findFirst();
    }

    /** When it is that time there: the first of two, and never where clocks leave it out. */
    static Optional<Instant> instant(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.stream().findFirst().map(time::toInstant);
    }
}
