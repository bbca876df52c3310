package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.kernel.IsoTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which time a text tells, as docs/filters.md says: to the microsecond, nothing where it tells none. */
public final class TimeText {
    private static final Pattern FORM = Pattern.compile(Forms.TIME);

    private TimeText() {}

    /** The usual form is read without looking for others. */
    public static Optional<Instant> read(String text) {
        Optional<Instant> usual = text.startsWith("0") ? Optional.empty() : IsoTime.parse(text);
        return usual.map(time -> time.truncatedTo(ChronoUnit.MICROS)).or(() -> any(text));
    }

    private static Optional<Instant> any(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String clock = form.group(2) == null ? "00:00:00" : form.group(2);
        try {
            return Optional.of(LocalDateTime.parse(form.group(1) + "T" + clock).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
