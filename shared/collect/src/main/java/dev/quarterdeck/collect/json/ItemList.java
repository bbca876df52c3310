package dev.quarterdeck.collect.json;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import java.util.ArrayList;
import java.util.List;

/** The items of a list that is known to be short; what is no object becomes an empty one. */
public final class ItemList implements ItemSink {
    private final List<Json.Obj> items = new ArrayList<>();
    private JsonBuilder current = new JsonBuilder();

    @Override
    public JsonSink begin() {
        current = new JsonBuilder();
        return current;
    }

    @Override
    public void end() {
        items.add(current.object());
    }

    public List<Json.Obj> items() {
        return List.copyOf(items);
    }
}
