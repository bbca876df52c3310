package dev.quarterdeck.inventory.scanning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a scan, in rows, in object names and as the name of its workflow's execution. */
public record ScanId(String value) {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ScanId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a scan's id is like 'nightly-2026-01-02': '%s'".formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** A new one, which tells when it was made. */
    static ScanId fresh(Instant now, RandomGenerator random) {
        return new ScanId("%s-%04x".formatted(FORMAT.format(now), random.nextInt(1 << 16)));
    }

    @Override
    public String toString() {
        return value;
    }
}
