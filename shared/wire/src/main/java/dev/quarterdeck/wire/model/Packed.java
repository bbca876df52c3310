package dev.quarterdeck.wire.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bytes being written for the index; texts go into a table shared by all services. */
final class Packed {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> texts;

    Packed(Map<String, Integer> texts) {
        this.texts = texts;
    }

    static Packed withOwnTexts() {
        return new Packed(new LinkedHashMap<>());
    }

    Packed sibling() {
        return new Packed(texts);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    int size() {
        return bytes.size();
    }

    Packed fixedInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(value >>> shift);
        }
        return this;
    }

    Packed number(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return this;
    }

    Packed raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Packed text(String text) {
        return number(texts.computeIfAbsent(text, _ -> texts.size()));
    }

    /** Absent is zero, present is one and the text. */
    Packed text(Optional<String> text) {
        number(text.isPresent() ? 1 : 0);
        text.ifPresent(this::text);
        return this;
    }

    Packed texts(Collection<String> list) {
        number(list.size());
        list.forEach(this::text);
        return this;
    }

    Packed texts(Map<String, String> map) {
        number(map.size());
        map.forEach((key, value) -> text(key).text(value));
        return this;
    }

    /** The table itself, for the head of the index. */
    Packed table() {
        Packed table = new Packed(Map.of()).number(texts.size());
        for (String text : texts.keySet()) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            table.number(utf8.length).raw(utf8);
        }
        return table;
    }
}
