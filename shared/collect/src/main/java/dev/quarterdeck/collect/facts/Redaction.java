package dev.quarterdeck.collect.facts;

import dev.quarterdeck.inventory.Redacted;
import dev.quarterdeck.kernel.Base32;
import dev.quarterdeck.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a secret by {@code quarterdeck:hmac:<key id>:<HMAC-SHA-256>}: equal secrets stay equal under one key, and
 * nothing else can be learnt without the key.
 */
public final class Redaction {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHOWN_BYTES = 20;

    private final String prefix;
    private final SecretKeySpec key;

    /** {@code keyId} names the key, so that values under different keys are not compared. */
    public Redaction(String keyId, byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("redaction key must be at least 32 bytes: %d".formatted(key.length));
        }
        if (!keyId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                    "redaction key id must be letters, digits, - and _: '%s'".formatted(keyId));
        }
        this.prefix = Redacted.MARK + keyId + ":";
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** What may be stored in place of a value. That there is no value is no secret; what was replaced already stays as it is. */
    public Json of(Json value) {
        return switch (value) {
            case Json.Null _ -> value;
            case Json.Str(var text) -> Redacted.is(text) ? value : mark(text);
            case Json.Bool _, Json.Num _, Json.Arr _, Json.Obj _ -> mark(value.canonical());
        };
    }

    private Json mark(String secret) {
        byte[] hash = mac().doFinal(secret.getBytes(StandardCharsets.UTF_8));
        return Json.of(prefix + Base32.encode(hash, SHOWN_BYTES));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
