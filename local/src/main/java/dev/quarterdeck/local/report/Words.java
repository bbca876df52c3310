package dev.quarterdeck.local.report;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/** Numbers, spans of time and lists, as people read them. */
public final class Words {
    private Words() {}

    /** 1,234 */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 account", "2 accounts" */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** 340 ms, 4.2 s, 3 min 20 s, 2 h 5 min */
    public static String span(Duration time) {
        long millis = time.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return time.toMinutes() < 60
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }

    /** Up to {@code most} of them by name, the rest as a number. */
    public static String list(Collection<?> things, int most) {
        String named = String.join(
                ", ", things.stream().limit(most).map(Object::toString).toList());
        return things.size() > most ? named + " and " + number(things.size() - most) + " more" : named;
    }
}
