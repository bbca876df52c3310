package dev.quarterdeck.inventory.scheduling;

import java.util.regex.Pattern;

/** What people call a schedule. Its scans are named after it. */
public record ScheduleId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,23}");

    public ScheduleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a schedule's id has 1 to 24 of a-z, 0-9 and hyphen: '%s'".formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
