package dev.quarterdeck.wire.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Points in time as AWS's protocols write them, and as canonical JSON does: in UTC, microseconds only if there are any. */
final class Timestamps {
    private static final int SECONDS_TEXT = "2024-01-01T00:00:00".length();
    private static final int MICRO_DIGITS = 6;
    private static final double MICROS = 1e6;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
            "yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]", Locale.ROOT);

    private Timestamps() {}

    /** What an answer says, in canonical form. */
    static String canonical(String text) throws MalformedResponseException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] usual = UsualTimes.canonical(bytes, 0, bytes.length);
        if (usual.length > 0) {
            return new String(usual, StandardCharsets.US_ASCII);
        }
        try {
            return canonical(parse(text));
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedResponseException("not a point in time: '%s'".formatted(text), e);
        }
    }

    static String canonical(Instant instant) {
        return seconds(instant) + fraction(instant) + "+00:00";
    }

    static Instant parse(String text) {
        String stripped = text.strip();
        if (isNumber(stripped)) {
            return ofEpoch(Double.parseDouble(stripped));
        }
        if (stripped.length() > 3 && Character.isLetter(stripped.charAt(0))) {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(stripped.replace("UTC", "GMT")));
        }
        if (stripped.length() == "2024-01-01".length()) {
            return LocalDate.parse(stripped).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return ofIso(stripped);
    }

    /** As Python makes it of a float: the fraction rounded to microseconds, half to even. */
    static Instant ofEpoch(double epoch) {
        double whole = epoch < 0 ? Math.ceil(epoch) : Math.floor(epoch);
        long micros = (long) Math.rint((epoch - whole) * MICROS);
        return Instant.ofEpochSecond((long) whole, micros * 1000);
    }

    static String iso8601(Instant instant) {
        return seconds(instant) + fraction(instant) + "Z";
    }

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    static BigDecimal epoch(Instant instant) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        return BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros();
    }

    private static String seconds(Instant instant) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .substring(0, SECONDS_TEXT);
    }

    private static String fraction(Instant instant) {
        int micros = instant.get(ChronoField.MICRO_OF_SECOND);
        return micros == 0 ? "" : ".%06d".formatted(micros);
    }

    private static Instant ofIso(String text) {
        TemporalAccessor parsed = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return text.indexOf('-', 1) < 0 || text.indexOf('e') > 0 || text.indexOf('E') > 0;
    }
}
