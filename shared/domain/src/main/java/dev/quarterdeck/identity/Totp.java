package dev.quarterdeck.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) as authenticator programs make them. */
record Totp(String algorithm, int digits) {
    static final Totp COMMON = new Totp("HmacSHA1", 6);
    private static final long STEP = Duration.ofSeconds(30).toSeconds();
    private static final int[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    /** The step whose code this is, of the current one and its neighbours, if it comes after the last one used. */
    OptionalLong accept(byte[] secret, String code, Instant now, long lastUsed) {
        long current = now.getEpochSecond() / STEP;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > lastUsed && equal(at(secret, step), code))
                .findFirst();
    }

    String at(byte[] secret, long step) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 15;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return ("%0" + digits + "d").formatted(number % POWERS[digits]);
    }

    private byte[] mac(byte[] secret, byte[] text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
