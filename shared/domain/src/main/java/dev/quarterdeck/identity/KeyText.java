package dev.quarterdeck.identity;

import dev.quarterdeck.kernel.Base32;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.crypto.Mac;

/**
 * An API key as its owner holds it, {@code hub_<environment>_<id>_<secret><checksum>}: scanners find it by its
 * beginning, and the checksum tells a mistyped one from a wrong one without asking the table.
 */
record KeyText(String environment, String id, String secret) {
    private static final Pattern FORM =
            Pattern.compile("hub_([a-z0-9]{1,16})_([a-z2-7]{16})_([a-z2-7]{52})([a-z2-7]{7})");

    static Optional<KeyText> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var key = new KeyText(form.group(1), form.group(2), form.group(3));
        return key.checksum().equals(form.group(4)) ? Optional.of(key) : Optional.empty();
    }

    static boolean looksLikeOne(String text) {
        return text.startsWith("hub_");
    }

    String text() {
        return body() + checksum();
    }

    String hash(Pepper pepper) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper.secret());
            return HexFormat.of().formatHex(mac.doFinal(body().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "KeyText[%s]".formatted(id);
    }

    private String body() {
        return "hub_%s_%s_%s".formatted(environment, id, secret);
    }

    private String checksum() {
        var crc = new CRC32();
        crc.update(body().getBytes(StandardCharsets.US_ASCII));
        return Base32.encode(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array(), 4);
    }
}
