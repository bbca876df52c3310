package dev.quarterdeck.wire.model;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The index's texts, each decoded when first used. Racing threads decode the same text, which does no harm. */
final class Strings {
    private final byte[] bytes;
    private final int[] starts;
    private final @Nullable String[] decoded;

    private Strings(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        this.decoded = new String[starts.length];
    }

    static Strings read(Cursor cursor, byte[] bytes) {
        int[] starts = new int[cursor.number()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = cursor.position();
            int length = cursor.number();
            cursor.skip(length);
        }
        return new Strings(bytes, starts);
    }

    String at(int index) {
        String text = decoded[index];
        if (text == null) {
            Cursor cursor = Cursor.at(bytes, starts[index]);
            text = new String(cursor.bytes(cursor.number()), StandardCharsets.UTF_8);
            decoded[index] = text;
        }
        return text;
    }
}
