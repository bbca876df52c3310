package dev.quarterdeck.inventory.find;

import dev.quarterdeck.kernel.Json;
import java.util.function.Consumer;

/** Facts that can be read from front to back as often as somebody likes, the same each time. */
public interface Known {
    void resources(Consumer<Json.Obj> taker);

    void edges(Consumer<Json.Obj> taker);
}
