package dev.quarterdeck.edge.http;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A request target read in one way only: decoded path segments and query parameters. What different readers could
 * take for different things (dot segments, doubly encoded or repeated parameters, encoded slashes) is refused.
 */
public record Target(List<String> segments, SequencedMap<String, String> query) {
    private static final int LONGEST = 8192;

    public Target {
        segments = List.copyOf(segments);
        query = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(query));
    }

    /** Reads {@code /path?query}. */
    public static Target parse(String raw) {
        if (raw.length() > LONGEST) {
            throw refused("path", "and query are longer than %d characters".formatted(LONGEST));
        }
        int mark = raw.indexOf('?');
        String path = mark < 0 ? raw : raw.substring(0, mark);
        return new Target(segments(path), mark < 0 ? new LinkedHashMap<>() : parameters(raw.substring(mark + 1)));
    }

    private static List<String> segments(String path) {
        if (!path.startsWith("/")) {
            throw refused("path", "must begin with a slash");
        }
        if (path.equals("/")) {
            return List.of();
        }
        var segments = new ArrayList<String>();
        for (String raw : path.substring(1).split("/", -1)) {
            String segment = decoded("path", raw, false);
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.contains("/")
                    || segment.contains("\\")) {
                throw refused("path", "has a segment that is empty, a dot segment, or holds an encoded slash");
            }
            segments.add(segment);
        }
        return segments;
    }

    private static SequencedMap<String, String> parameters(String raw) {
        var parameters = new LinkedHashMap<String, String>();
        for (String part : raw.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = decoded("query", equals < 0 ? part : part.substring(0, equals), true);
            String value = equals < 0 ? "" : decoded(name, part.substring(equals + 1), true);
            if (parameters.putIfAbsent(name, value) != null) {
                throw refused(name, "is given twice; give it once");
            }
        }
        return parameters;
    }

    private static String decoded(String where, String raw, boolean plusIsSpace) {
        var bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.put(escaped(where, raw, i));
                i += 2;
            } else if (c <= ' ' || c >= 127) {
                throw refused(where, "holds a character that must be percent-encoded");
            } else {
                bytes.put((byte) (plusIsSpace && c == '+' ? ' ' : c));
            }
        }
        String text = utf8(where, bytes.flip());
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refused(where, "holds a control character");
        }
        return text;
    }

    private static byte escaped(String where, String raw, int at) {
        if (at + 2 >= raw.length()
                || !HexFormat.isHexDigit(raw.charAt(at + 1))
                || !HexFormat.isHexDigit(raw.charAt(at + 2))) {
            throw refused(where, "has a '%' that two hexadecimal digits must follow");
        }
        return (byte) HexFormat.fromHexDigits(raw, at + 1, at + 3);
    }

    private static String utf8(String where, ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw refused(where, "is not UTF-8");
        }
    }

    private static FailureException refused(String where, String why) {
        return new FailureException(Failure.invalid(where, why));
    }
}
