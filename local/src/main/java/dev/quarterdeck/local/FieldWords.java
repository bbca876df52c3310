package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;

/** A field that was changed, as people read it. */
final class FieldWords {
    private FieldWords() {}

    /** Texts as they are, all else as JSON; nothing where there was, or is, nothing. */
    static String value(Fields field, String side) {
        return field.json()
                .get(side)
                .map(value -> value instanceof Json.Str(var text) ? text : value.text())
                .orElse("");
    }
}
