package dev.quarterdeck.inventory.views;

import dev.quarterdeck.kernel.Base32;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a view whatever people call it. */
public record ViewId(String value) {
    private static final Pattern FORM = Pattern.compile("v[a-z2-7]{16}");

    public ViewId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a view's id is v and 16 letters or digits: '%s'".formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static ViewId fresh(RandomGenerator random) {
        return new ViewId("v" + Base32.random(random, 10));
    }

    @Override
    public String toString() {
        return value;
    }
}
