package dev.quarterdeck.inventory.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** On which days: of the month, or of the week; one of the two is {@code ?}. */
sealed interface CronDays {
    boolean hold(LocalDate day);

    record OfMonth(CronNumbers numbers) implements CronDays {
        @Override
        public boolean hold(LocalDate day) {
            return numbers.holds(day.getDayOfMonth());
        }
    }

    /** {@code L}. */
    record LastOfMonth() implements CronDays {
        @Override
        public boolean hold(LocalDate day) {
            return day.getDayOfMonth() == day.lengthOfMonth();
        }
    }

    /** {@code 15W}: the weekday nearest to the 15th, in its month. */
    record NearestWeekday(int number) implements CronDays {
        @Override
        public boolean hold(LocalDate day) {
            LocalDate wanted = day.withDayOfMonth(Math.min(number, day.lengthOfMonth()));
            return day.equals(
                    switch (wanted.getDayOfWeek()) {
                        case SATURDAY -> wanted.getDayOfMonth() == 1 ? wanted.plusDays(2) : wanted.minusDays(1);
                        case SUNDAY ->
                            wanted.getDayOfMonth() == wanted.lengthOfMonth() ? wanted.minusDays(2) : wanted.plusDays(1);
                        case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> wanted;
                    });
        }
    }

    /** Sunday is 1. */
    record OfWeek(CronNumbers numbers) implements CronDays {
        @Override
        public boolean hold(LocalDate day) {
            return numbers.holds(number(day));
        }
    }

    /** {@code 6L}: the month's last Friday. */
    record LastOfWeek(int weekday) implements CronDays {
        @Override
        public boolean hold(LocalDate day) {
            return number(day) == weekday && day.getDayOfMonth() > day.lengthOfMonth() - 7;
        }
    }

    /** {@code 2#1}: the month's first Monday. */
    record Numbered(int weekday, int place) implements CronDays {
        @Override
        public boolean hold(LocalDate day) {
            return number(day) == weekday && (day.getDayOfMonth() + 6) / 7 == place;
        }
    }

    private static int number(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : day.getDayOfWeek().getValue() + 1;
    }

    static CronDays parse(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            throw new IllegalArgumentException(
                    "of cron's day-of-month and day-of-week one is '?', and only one: '%s' and '%s'"
                            .formatted(ofMonth, ofWeek));
        }
        return ofWeek.equals("?") ? Reader.ofMonth(ofMonth) : Reader.ofWeek(ofWeek.toUpperCase(Locale.ROOT));
    }

    /** Reads the two fields. */
    final class Reader {
        private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

        private Reader() {}

        private static CronDays ofMonth(String text) {
            if (text.equals("L")) {
                return new LastOfMonth();
            }
            if (text.matches("[0-9]{1,2}W")) {
                return new NearestWeekday(one(text.substring(0, text.length() - 1), "day-of-month", 31, List.of()));
            }
            return new OfMonth(CronNumbers.parse(text, "day-of-month", 1, 31, List.of()));
        }

        private static CronDays ofWeek(String text) {
            if (text.equals("L")) {
                return new OfWeek(CronNumbers.parse("7", "day-of-week", 1, 7, DAYS));
            }
            if (text.matches("([1-7]|[A-Z]{3})L")) {
                return new LastOfWeek(day(text.substring(0, text.length() - 1)));
            }
            if (text.matches("([1-7]|[A-Z]{3})#[1-5]")) {
                int hash = text.indexOf('#');
                return new Numbered(day(text.substring(0, hash)), text.charAt(hash + 1) - '0');
            }
            return new OfWeek(CronNumbers.parse(text, "day-of-week", 1, 7, DAYS));
        }

        private static int day(String text) {
            return one(text, "day-of-week", 7, DAYS);
        }

        private static int one(String text, String field, int most, List<String> words) {
            return CronNumbers.parse(text, field, 1, most, words)
                    .all()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
