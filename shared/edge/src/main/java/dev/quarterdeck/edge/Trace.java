package dev.quarterdeck.edge;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a request belongs in a distributed trace (W3C Trace Context, version 00). */
public record Trace(String traceId, String spanId, boolean sampled) {
    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
    private static final HexFormat HEX = HexFormat.of();

    /** A span of ours under the caller's, or the first of a new trace where the caller names none that is valid. */
    static Trace under(Optional<String> traceparent, SecureRandom random) {
        Matcher parent = PARENT.matcher(traceparent.orElse(""));
        return parent.matches()
                ? new Trace(parent.group(1), hex(random, 8), (HEX.parseHex(parent.group(3))[0] & 1) == 1)
                : new Trace(hex(random, 16), hex(random, 8), false);
    }

    /** The header that tells the next one. */
    public String traceparent() {
        return "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00");
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return HEX.formatHex(some);
    }
}
