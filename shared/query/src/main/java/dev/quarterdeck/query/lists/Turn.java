package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Filling;
import dev.quarterdeck.query.engine.Fragment;
import java.util.EnumMap;
import java.util.Map;

/** Some parts of a projection being read again, together: the engine stores many rows better than many times a few. */
final class Turn implements AutoCloseable {
    private static final int FULL = 40_000;

    private final Engine engine;
    private final RowSource source;
    private final Map<Sheet, Filling> fillings = new EnumMap<>(Sheet.class);
    private int rows;

    Turn(Engine engine, RowSource source) {
        this.engine = engine;
        this.source = source;
        for (Sheet sheet : Sheet.OF_ONE_LOOK) {
            fillings.put(sheet, new Filling(engine, sheet, "part, "));
        }
    }

    boolean isFull() {
        return rows >= FULL;
    }

    /** Instead of what was read of it before, if anything was, what there is of it now, if anything is. */
    void read(String part, boolean before, boolean now) {
        fillings.forEach((sheet, filling) -> {
            if (before) {
                engine.change(Fragment.of("DELETE FROM " + sheet + " WHERE part = {}", part));
            }
            if (now) {
                source.rows(part, sheet, row -> add(filling, part, row));
            }
        });
    }

    private void add(Filling filling, String part, Json.Obj row) {
        filling.add(part, row);
        rows++;
    }

    /** Stores all that waits. */
    @Override
    public void close() {
        fillings.values().forEach(Filling::close);
    }
}
