package dev.quarterdeck.identity;

import java.util.Optional;

/** Turns passwords into what may be kept of them. */
public interface PasswordHash {
    String hash(String password);

    /** Takes as long where there is nothing to compare with, and says no. */
    boolean matches(String password, Optional<String> hash);
}
