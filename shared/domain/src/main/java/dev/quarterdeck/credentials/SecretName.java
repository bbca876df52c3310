package dev.quarterdeck.credentials;

import java.util.regex.Pattern;

/** What a secret is kept under: words with slashes between, such as {@code accounts/111122223333/keys}. */
public record SecretName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{1,64}(/[a-z0-9_-]{1,64}){0,4}");

    public SecretName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the name of a secret must be lower-case words with slashes between, like accounts/111122223333/keys");
        }
    }

    public static SecretName of(String... words) {
        return new SecretName(String.join("/", words));
    }

    @Override
    public String toString() {
        return value;
    }
}
