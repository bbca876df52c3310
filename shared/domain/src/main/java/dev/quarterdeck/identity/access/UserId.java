package dev.quarterdeck.identity.access;

import dev.quarterdeck.kernel.Base32;
import dev.quarterdeck.kernel.Digest;

/** A person: provider and subject, never an e-mail address or a name. */
public record UserId(String issuer, String subject) implements Subject {
    /** The issuer of people who sign in to this hub itself. */
    public static final String LOCAL = "local";

    public UserId {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException(
                    "a user needs issuer and subject: '%s', '%s'".formatted(issuer, subject));
        }
    }

    /** A short name for paths and keys, equal only for equal users. */
    public String handle() {
        return "u" + Base32.encode(Digest.sha256(issuer, subject), 16);
    }
}
