package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.IsoTime;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads times as AWS writes them: ISO 8601 in its variants, seconds or milliseconds since 1970. */
public final class Times {
    /** Seconds beyond this are milliseconds: it is the year 5138. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(100_000_000_000L);

    private static final DateTimeFormatter WITHOUT_COLON = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHMM", "Z")
            .toFormatter();

    private Times() {}

    public static Optional<Instant> read(Json value) {
        return switch (value) {
            case Json.Num(var number) -> Optional.of(since1970(number));
            case Json.Str(var text) ->
                Texts.number(value) instanceof Json.Num(var number) ? Optional.of(since1970(number)) : iso(text);
            case Json.Null _, Json.Bool _, Json.Arr _, Json.Obj _ -> Optional.empty();
        };
    }

    static Json epoch(Json value) {
        return read(value).<Json>map(time -> Json.of(time.getEpochSecond())).orElse(Json.Null.VALUE);
    }

    private static Instant since1970(BigDecimal number) {
        BigDecimal seconds = number.abs().compareTo(MOST_SECONDS) > 0 ? number.movePointLeft(3) : number;
        BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
        return Instant.ofEpochSecond(seconds.longValue(), nanos.longValue());
    }

    private static Optional<Instant> iso(String text) {
        Optional<Instant> usual = IsoTime.parse(text);
        if (usual.isPresent()) {
            return usual;
        }
        try {
            if (text.length() == 10) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean colon = text.endsWith("Z") || (text.length() > 3 && text.charAt(text.length() - 3) == ':');
            return Optional.of(
                    OffsetDateTime.parse(text, colon ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : WITHOUT_COLON)
                            .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
