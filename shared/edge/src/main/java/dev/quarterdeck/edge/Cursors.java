package dev.quarterdeck.edge;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Cursors as callers hold them: sealed (AES-256-GCM), good for an hour, and bound to the query and the caller they
 * were given to. A cursor that was edited, is someone else's, is of another query or too old is refused alike.
 */
public final class Cursors {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;
    private final Clock clock;

    public Cursors(SecretKey key, SecureRandom random, Clock clock) {
        this.key = key;
        this.random = random;
        this.clock = clock;
    }

    /** Seals a place for one caller of one query ({@code binding} names both). */
    public String seal(Json place, String binding) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Json content = Json.of(List.of(Json.of(clock.instant().plus(LIFE).toEpochMilli()), place));
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, content.text().getBytes(StandardCharsets.UTF_8), binding);
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The place that this cursor seals for this caller of this query. */
    public Json open(String cursor, String binding) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            if (whole.length < NONCE) {
                throw refused();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE);
            byte[] sealed = Arrays.copyOfRange(whole, NONCE, whole.length);
            return valid(new String(crypt(Cipher.DECRYPT_MODE, nonce, sealed, binding), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | MalformedJsonException | Tampered _) {
            throw refused();
        }
    }

    private Json valid(String content) {
        if (Json.parse(content) instanceof Json.Arr(var items)
                && items.getFirst() instanceof Json.Num(var until)
                && clock.instant().isBefore(Instant.ofEpochMilli(until.longValue()))) {
            return items.getLast();
        }
        throw refused();
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] content, String binding) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            if (mode == Cipher.DECRYPT_MODE) {
                throw new Tampered();
            }
            throw new IllegalStateException("this JDK cannot seal with AES-GCM", e);
        }
    }

    private static FailureException refused() {
        return new FailureException(
                Failure.invalid("cursor", "is not one of this query, or older than an hour; begin again without it"));
    }

    private static final class Tampered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Tampered() {
            super(null, null, false, false);
        }
    }
}
