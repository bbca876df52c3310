package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;
import java.util.List;

/** Where a page ended: the last row's values of what the list is sorted by, and its uid. Empty is the beginning. */
public record Position(List<Json> values) {
    public static final Position START = new Position(List.of());

    public Position {
        values = List.copyOf(values);
    }
}
