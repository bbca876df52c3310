package dev.quarterdeck.wire.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Points in time in the forms that AWS usually writes, made canonical byte by byte: {@code 2024-01-02T03:04:05.678Z} and
 * seconds since 1970 with up to six decimals. {@link Timestamps} knows all others.
 */
final class UsualTimes {
    private static final byte[] SHAPE = "dddd-dd-ddTdd:dd:dd".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UTC = "+00:00".getBytes(StandardCharsets.US_ASCII);
    private static final int MICRO_DIGITS = 6;
    /** Up to the year 2286; beyond it a float has too few digits for microseconds. */
    private static final int EPOCH_DIGITS = 10;

    private static final int SECONDS_A_DAY = 86_400;

    private UsualTimes() {}

    /** The canonical text, or an empty array where the form is another. */
    static byte[] canonical(byte[] text, int from, int to) {
        byte[] made = new byte[SHAPE.length + 1 + MICRO_DIGITS + UTC.length];
        int length = to - from > SHAPE.length ? iso(text, from, to, made) : epoch(text, from, to, made);
        return length == made.length ? made : Arrays.copyOf(made, length);
    }

    private static int iso(byte[] text, int from, int to, byte[] out) {
        int zone = text[to - 1] == 'Z' ? 1 : UTC.length;
        int end = to - zone;
        int fraction = from + SHAPE.length;
        if (end < fraction || !isShaped(text, from) || (zone > 1 && !Arrays.equals(text, end, to, UTC, 0, zone))) {
            return 0;
        }
        System.arraycopy(text, from, out, 0, SHAPE.length);
        return fraction(text, fraction, end, out);
    }

    private static boolean isShaped(byte[] text, int from) {
        for (int i = 0; i < SHAPE.length; i++) {
            byte have = text[from + i];
            if (SHAPE[i] == 'd' ? !isDigit(have) : have != SHAPE[i]) {
                return false;
            }
        }
        return true;
    }

    private static int epoch(byte[] text, int from, int to, byte[] out) {
        int point = from;
        long seconds = 0;
        while (point < to && point - from <= EPOCH_DIGITS && isDigit(text[point])) {
            seconds = seconds * 10 + text[point++] - '0';
        }
        boolean usual = point > from && point - from <= EPOCH_DIGITS && to - point <= 1 + MICRO_DIGITS;
        if (!usual) {
            return 0;
        }
        civil(seconds, out);
        return fraction(text, point, to, out);
    }

    /** What stands behind the seconds: a point and digits, or nothing. */
    private static int fraction(byte[] text, int from, int to, byte[] out) {
        if (from == to) {
            return zone(out, SHAPE.length);
        }
        boolean any = false;
        boolean fine = text[from] == '.' && to - from > 1;
        out[SHAPE.length] = '.';
        for (int i = 1; i < to - from; i++) {
            byte digit = text[from + i];
            fine &= isDigit(digit);
            if (i <= MICRO_DIGITS) {
                any |= digit != '0';
                out[SHAPE.length + i] = digit;
            }
        }
        for (int i = to - from; i <= MICRO_DIGITS; i++) {
            out[SHAPE.length + i] = '0';
        }
        return !fine ? 0 : zone(out, any ? SHAPE.length + 1 + MICRO_DIGITS : SHAPE.length);
    }

    private static int zone(byte[] out, int at) {
        System.arraycopy(UTC, 0, out, at, UTC.length);
        return at + UTC.length;
    }

    /** Days to a date by Howard Hinnant's algorithm, eras of 400 years beginning in March. */
    private static void civil(long seconds, byte[] out) {
        System.arraycopy(SHAPE, 0, out, 0, SHAPE.length);
        int days = (int) (seconds / SECONDS_A_DAY) + 719_468;
        int dayOfEra = days % 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * dayOfYear + 2) / 153;
        int year = yearOfEra + days / 146_097 * 400 + (month < 10 ? 0 : 1);
        two(out, 0, year / 100);
        two(out, 2, year % 100);
        two(out, 5, month < 10 ? month + 3 : month - 9);
        two(out, 8, dayOfYear - (153 * month + 2) / 5 + 1);
        int second = (int) (seconds % SECONDS_A_DAY);
        two(out, 11, second / 3600);
        two(out, 14, second / 60 % 60);
        two(out, 17, second % 60);
    }

    private static void two(byte[] out, int at, int number) {
        out[at] = (byte) ('0' + number / 10);
        out[at + 1] = (byte) ('0' + number % 10);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
