package dev.quarterdeck.local;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a scan is called: when it began, and enough more that no two are called the same. */
final class ScanId {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ScanId() {}

    static String at(Instant begun) {
        return "%s-%04x".formatted(SECOND.format(begun), new SecureRandom().nextInt(1 << 16));
    }
}
