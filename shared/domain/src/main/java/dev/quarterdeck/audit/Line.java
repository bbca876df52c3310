package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.MalformedJsonException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** One line of an export: the ends of its shard before and after it, and whether its hash is that of its content. */
record Line(Head before, Head after, boolean intact) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Reads a line with the line feed at its end; fails with {@link Malformed} where it is none. */
    static Line read(byte[] bytes) {
        if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            throw new Malformed("", "does not end");
        }
        String text = text(bytes);
        if (!(parsed(text) instanceof Json.Obj whole)) {
            throw new Malformed("", "is no object");
        }
        var fields = Fields.of(whole);
        String chain = fields.text("chain");
        int shard = (int) fields.whole("shard");
        long sequence = fields.whole("sequence");
        String hash = fields.text("hash", Line::hash);
        return new Line(
                new Head(chain, shard, sequence - 1, fields.text("previous", Line::hash)),
                new Head(chain, shard, sequence, hash),
                whole.canonical().equals(text) && hash.equals(Chained.hashOf(unhashed(whole))));
    }

    private static Json parsed(String text) {
        try {
            return Json.parse(text);
        } catch (MalformedJsonException e) {
            throw new Malformed("", "is no JSON: " + e.getMessage());
        }
    }

    /** Reports what is no UTF-8, where String would put a replacement and so hide it. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, bytes.length - 1))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Malformed("", "is no UTF-8");
        }
    }

    private static String hash(String text) {
        if (!HASH.matcher(text).matches()) {
            throw new IllegalArgumentException("must be 64 hexadecimal digits");
        }
        return text;
    }

    private static Json.Obj unhashed(Json.Obj whole) {
        var members = new LinkedHashMap<>(whole.members());
        members.remove("hash");
        return new Json.Obj(members);
    }
}
