package dev.quarterdeck.wire;

import dev.quarterdeck.wire.protocol.JavaValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the items that became whole. */
final class Collected implements ItemSink {
    private final List<@Nullable Object> items = new ArrayList<>();
    private JavaValues current = new JavaValues();

    List<@Nullable Object> items() {
        return items;
    }

    @Override
    public JsonSink begin() {
        current = new JavaValues();
        return current;
    }

    @Override
    public void end() {
        items.add(current.value());
    }
}
