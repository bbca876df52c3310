package dev.quarterdeck.credentials;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * What is closed with a key, version 1: {@code QDE}, the version, the key's id with its length, a nonce of 96 bits, and
 * the AES-256-GCM ciphertext with its tag. Everything before the nonce and the place where it is kept are
 * authenticated, so that an envelope opens nowhere but in its own row.
 */
public final class Envelope {
    private static final byte[] MAGIC = {'Q', 'D', 'E', 1};
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Envelope() {}

    /** {@code place} names the row: table, key, field, version. */
    public static byte[] seal(EnvelopeKey key, byte[] content, List<String> place) {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        return seal(key, content, place, nonce);
    }

    /** With a nonce that is given: for known answers only, since a nonce must never be used twice. */
    static byte[] seal(EnvelopeKey key, byte[] content, List<String> place, byte[] nonce) {
        byte[] header = header(key.id());
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            cipher.updateAAD(bound(header, place));
            return join(header, nonce, cipher.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** The content; fails if the key, the place or a single bit is another. */
    public static byte[] open(EnvelopeKey key, byte[] envelope, List<String> place) {
        byte[] header = header(key.id());
        if (envelope.length < header.length + NONCE + TAG_BITS / 8
                || !Arrays.equals(header, 0, header.length, envelope, 0, header.length)) {
            throw VaultTrouble.of("an envelope was closed with another key than %s, or is none".formatted(key));
        }
        try {
            byte[] nonce = Arrays.copyOfRange(envelope, header.length, header.length + NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce);
            cipher.updateAAD(bound(header, place));
            int from = header.length + NONCE;
            return cipher.doFinal(envelope, from, envelope.length - from);
        } catch (GeneralSecurityException _) {
            throw VaultTrouble.of("an envelope was altered, or belongs to another place than %s".formatted(place));
        }
    }

    private static Cipher cipher(int mode, EnvelopeKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secretKey(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] header(String keyId) {
        byte[] id = keyId.getBytes(US_ASCII);
        return join(MAGIC, new byte[] {(byte) id.length}, id);
    }

    /** Each part with its length, so that no two places run together. */
    private static byte[] bound(byte[] header, List<String> place) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header);
        for (String part : place) {
            byte[] text = part.getBytes(UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
