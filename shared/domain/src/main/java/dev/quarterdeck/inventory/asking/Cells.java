package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;

/** Values as people read them: no quotes, and nothing where there is nothing. */
public final class Cells {
    private Cells() {}

    public static String text(Json value) {
        return switch (value) {
            case Json.Null _ -> "";
            case Json.Str(var text) -> text;
            default -> value.text();
        };
    }
}
