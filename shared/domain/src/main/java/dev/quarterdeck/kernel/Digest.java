package dev.quarterdeck.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as every feature uses it. */
public final class Digest {
    /** Never used itself: to copy it is quicker than to look for the algorithm. */
    private static final MessageDigest UNUSED = algorithm();

    private Digest() {}

    public static byte[] sha256(byte[] bytes) {
        return begun().digest(bytes);
    }

    /** Over several texts, each with its length first, so that no two lists of texts run together. */
    public static byte[] sha256(String... parts) {
        var digest = begun();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** Of a text's UTF-8 bytes, in lower-case hexadecimal. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of text that is bytes already, in lower-case hexadecimal. */
    public static String hex(JsonBytes text) {
        var digest = begun();
        text.update(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest begun() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException _) {
            return algorithm();
        }
    }

    /** For what is fed piece by piece. */
    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
