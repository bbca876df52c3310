package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Base32;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The word that a role's trust policy asks the hub for. The hub makes it and takes it from nobody, so that one owner's
 * role cannot be entered in another's name; it is no secret.
 */
public record ExternalId(String value) {
    private static final int BYTES = 20;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{32}(\\.[0-9]{12})?");

    public ExternalId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "external id must be one that the hub made: '%s'".formatted(Visible.text(value)));
        }
    }

    /** A new one of 160 bits. {@code random} must be a cryptographic source. */
    public static ExternalId random(RandomGenerator random) {
        return new ExternalId(Base32.random(random, BYTES));
    }

    /** The external id of one account of an organization, from the organization's seed. */
    public static ExternalId of(ExternalId seed, AccountId account) {
        return new ExternalId(seed.value + "." + account);
    }

    @Override
    public String toString() {
        return value;
    }
}
