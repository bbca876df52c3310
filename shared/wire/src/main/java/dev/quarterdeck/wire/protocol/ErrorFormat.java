package dev.quarterdeck.wire.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a protocol's errors are read from the body. */
interface ErrorFormat {
    /** No error body needs more. */
    int LONGEST_BODY = 1024 * 1024;

    /** The error, or nothing if the body holds none in the protocol's form. */
    Optional<ErrorReply> read(WireResponse response, byte[] body) throws IOException;

    /** Reads any response that is not an answer; a page of a proxy or an emulator's crash too. */
    static ErrorReply error(ErrorFormat format, WireResponse response) throws IOException {
        byte[] body = response.body().readNBytes(LONGEST_BODY);
        ErrorReply.Form form = form(body);
        if (form == ErrorReply.Form.HTML || (form == ErrorReply.Form.EMPTY && response.status() >= 500)) {
            return ofStatus(response, form);
        }
        WireResponse buffered = new WireResponse(response.status(), response.headers(), new ByteArrayInputStream(body));
        return format.read(buffered, body).orElseGet(() -> ofStatus(response, form));
    }

    private static ErrorReply.Form form(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 256), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return ErrorReply.Form.EMPTY;
        }
        return start.startsWith("<html") || start.startsWith("<!doctype html")
                ? ErrorReply.Form.HTML
                : ErrorReply.Form.OTHER;
    }

    private static ErrorReply ofStatus(WireResponse response, ErrorReply.Form form) {
        int status = response.status();
        return new ErrorReply(
                status, Integer.toString(status), HttpStatus.reason(status), form, retryAfter(response), Map.of());
    }

    /** Seconds, milliseconds (AWS's own header) or a date, which is reckoned from the response's own. */
    static Optional<Duration> retryAfter(WireResponse response) {
        Headers headers = response.headers();
        try {
            Optional<Duration> own =
                    headers.find("x-amz-retry-after").map(text -> Duration.ofMillis(Long.parseLong(text.strip())));
            return own.isPresent() ? own : headers.find("Retry-After").map(text -> retryAfter(text, headers));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty(); // a hint that cannot be read is none
        }
    }

    private static Duration retryAfter(String text, Headers headers) {
        String stripped = text.strip();
        if (stripped.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(stripped));
        }
        Instant now = Timestamps.parse(headers.find("Date").orElse(stripped));
        Duration wait = Duration.between(now, Timestamps.parse(stripped));
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
