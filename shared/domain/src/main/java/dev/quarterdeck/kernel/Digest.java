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
        byte[][] texts = new byte[parts.length][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + texts[i].length;
        }
        var all = ByteBuffer.allocate(length);
        for (byte[] text : texts) {
            all.putInt(text.length).put(text);
        }
        return sha256(all.array());
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
