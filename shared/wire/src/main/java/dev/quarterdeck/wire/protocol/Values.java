package dev.quarterdeck.wire.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Checked input values as the texts that the protocols send. */
final class Values {
    private Values() {}

    static byte[] bytes(Object blob) {
        return blob instanceof byte[] bytes ? bytes : ((String) blob).getBytes(StandardCharsets.UTF_8);
    }

    static String base64(Object blob) {
        return Base64.getEncoder().encodeToString(bytes(blob));
    }

    static Instant instant(Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case Number number -> Timestamps.ofEpoch(number.doubleValue());
            default -> Timestamps.parse((String) value);
        };
    }

    /** {@code usual} is the protocol's own format, for members that name none. */
    static String timestamp(Object value, Optional<String> format, String usual) {
        Instant instant = instant(value);
        return switch (format.orElse(usual).toLowerCase(Locale.ROOT)) {
            case "iso8601" -> Timestamps.iso8601(instant);
            case "rfc822" -> Timestamps.httpDate(instant);
            default -> Timestamps.epoch(instant).toPlainString();
        };
    }

    static String whole(Number number) {
        return new BigDecimal(number.toString()).toBigIntegerExact().toString();
    }

    /** Python's words for what is not a number. */
    static String decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return number.toString();
    }

    static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }
}
