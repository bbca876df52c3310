package dev.quarterdeck.inventory.scanning;

import java.util.regex.Pattern;

/** Names a scan, in rows, in object names and as the name of its workflow's execution. */
public record ScanId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ScanId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a scan's id is like 'nightly-2026-01-02': '%s'".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
