package dev.quarterdeck.identity;

import dev.quarterdeck.kernel.Base32;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/** Makes what must not be guessed. */
public final class Tokens {
    static final int BYTES = 32;

    private final SecureRandom random;

    @Inject
    public Tokens(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits as 52 characters. */
    String secret() {
        return text(BYTES);
    }

    /** So many random bytes as text of a-z and 2-7. */
    String text(int bytes) {
        return Base32.random(random, bytes);
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
