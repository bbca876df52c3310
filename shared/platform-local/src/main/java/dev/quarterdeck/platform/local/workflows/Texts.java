package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What the language's functions do to texts. */
final class Texts {
    /** Step Functions takes no more into a hash or into Base64. */
    private static final int LONGEST = 10_000;

    private static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private Texts() {}

    /** The first text with each pair of braces replaced; behind a backslash a brace stays. */
    static String format(List<Json> arguments) {
        if (!(arguments.getFirst() instanceof Json.Str(var template))) {
            throw new IllegalArgumentException("the template is no text");
        }
        Iterator<Json> values = arguments.subList(1, arguments.size()).iterator();
        var out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length()) {
                out.append(template.charAt(++i));
            } else if (template.startsWith("{}", i)) {
                i++;
                out.append(shown(next(values)));
            } else {
                out.append(c);
            }
        }
        if (values.hasNext()) {
            throw new IllegalArgumentException("there are more values than braces");
        }
        return out.toString();
    }

    private static Json next(Iterator<Json> values) {
        if (!values.hasNext()) {
            throw new IllegalArgumentException("there are more braces than values");
        }
        return values.next();
    }

    private static String shown(Json value) {
        return value instanceof Json.Str(var text) ? text : value.text();
    }

    /** Every character of the second text ends a part; empty parts are left out. */
    static Json split(String text, String ends) {
        var parts = new ArrayList<Json>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ends.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    parts.add(Json.of(text.substring(start, i)));
                }
                start = i + 1;
            }
        }
        return Json.of(parts);
    }

    static String hash(String text, String algorithm) {
        if (!HASHES.contains(algorithm)) {
            throw new IllegalArgumentException("there is no hash '%s'".formatted(algorithm));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    static String limited(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("at most %d characters".formatted(LONGEST));
        }
        return text;
    }
}
