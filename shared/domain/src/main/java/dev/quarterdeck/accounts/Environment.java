package dev.quarterdeck.accounts;

import java.util.regex.Pattern;

/** What an account is for, in its owners' word. Whatever is not said to be something else counts as production. */
public record Environment(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public static final Environment PRODUCTION = new Environment("production");

    public Environment {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "environment must be a lower-case word of at most 32 characters, like production: '%s'"
                            .formatted(Visible.text(name)));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
