package dev.quarterdeck.testkit;

import dev.quarterdeck.identity.PasswordHash;
import java.util.Optional;

/** Keeps passwords as they are, for tests in which they must cost nothing. */
public final class PlainHash implements PasswordHash {
    @Override
    public String hash(String password) {
        return "hash of " + password;
    }

    @Override
    public boolean matches(String password, Optional<String> hash) {
        return hash.filter(hash(password)::equals).isPresent();
    }
}
