package dev.quarterdeck.credentials;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;

/** The vault cannot do what it was asked, and nothing was changed: never an empty answer, never plain text instead. */
public final class VaultTrouble {
    private VaultTrouble() {}

    /** {@code why} holds no secret. */
    public static FailureException of(String why) {
        return new FailureException(new Failure.Unavailable(why));
    }
}
