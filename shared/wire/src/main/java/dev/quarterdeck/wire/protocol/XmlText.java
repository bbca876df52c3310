package dev.quarterdeck.wire.protocol;

import java.util.Map;

/** Resolves what XML writes in other words: references and line ends. */
final class XmlText {
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private XmlText() {}

    /** In attributes XML takes line ends and tabs for spaces, unless they are references. */
    static String ofAttribute(String raw) throws MalformedResponseException {
        return resolved(raw.replace("\r\n", " ").replaceAll("[\\r\\n\\t]", " "));
    }

    static String resolved(String raw) throws MalformedResponseException {
        if (raw.indexOf('&') < 0 && raw.indexOf('\r') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '&') {
                int end = raw.indexOf(';', i);
                if (end < 0) {
                    throw malformed("a reference has no end");
                }
                reference(raw.substring(i + 1, end), out);
                i = end + 1;
            } else if (c == '\r') {
                out.append('\n');
                i += i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? 2 : 1;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private static void reference(String name, StringBuilder out) throws MalformedResponseException {
        String named = NAMED.get(name);
        if (named != null) {
            out.append(named);
            return;
        }
        try {
            out.appendCodePoint(codePoint(name));
        } catch (IllegalArgumentException _) {
            throw malformed("it has an unknown reference");
        }
    }

    private static int codePoint(String name) {
        if (name.startsWith("#x")) {
            return Integer.parseInt(name, 2, name.length(), 16);
        }
        if (name.startsWith("#")) {
            return Integer.parseInt(name, 1, name.length(), 10);
        }
        throw new IllegalArgumentException(name);
    }

    private static MalformedResponseException malformed(String what) {
        return new MalformedResponseException("the XML is malformed: " + what);
    }
}
