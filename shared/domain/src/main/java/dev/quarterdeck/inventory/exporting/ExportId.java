package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.kernel.Base32;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names an export, in rows and in the name of its object. */
public record ExportId(String value) {
    private static final Pattern FORM = Pattern.compile("x[a-z2-7]{16}");

    public ExportId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an export's id is x and 16 letters or digits: '%s'".formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static ExportId fresh(RandomGenerator random) {
        return new ExportId("x" + Base32.random(random, 10));
    }

    @Override
    public String toString() {
        return value;
    }
}
