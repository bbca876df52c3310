package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.topology.Networks;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Filling;
import dev.quarterdeck.query.engine.Fragment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Some parts of a projection being read again, together: the engine stores many rows better than many times a few. */
final class Turn implements AutoCloseable {
    private static final int FULL = 40_000;

    private final Engine engine;
    private final RowSource source;
    private final Places places;
    private final Map<Sheet, Filling> fillings = new EnumMap<>(Sheet.class);
    private int rows;

    Turn(Engine engine, RowSource source, Places places) {
        this.engine = engine;
        this.source = source;
        this.places = places;
        for (Sheet sheet : Sheet.OF_ONE_LOOK) {
            fillings.put(sheet, new Filling(engine, sheet));
        }
    }

    boolean isFull() {
        return rows >= FULL;
    }

    /** Instead of what was read of it before, if anything was, what there is of it now, if anything is. */
    void read(String part, boolean before, boolean now) {
        if (before) {
            Sheet.OF_ONE_LOOK.forEach(
                    sheet -> engine.change(Fragment.of("DELETE FROM " + sheet + " WHERE part = {}", part)));
        }
        if (now) {
            read(part);
        }
    }

    /** Links first: they say where resources are. */
    private void read(String part) {
        var networks = new Networks();
        source.rows(part, Sheet.EDGES, edge -> {
            networks.add(edge);
            add(Sheet.EDGES, edge, part);
        });
        source.rows(
                part,
                Sheet.RESOURCES,
                resource -> add(Sheet.RESOURCES, resource, part, places.number(networks.place(resource))));
        source.rows(part, Sheet.COVERAGE, area -> add(Sheet.COVERAGE, area, part));
    }

    private void add(Sheet sheet, Json.Obj row, Object... hidden) {
        Objects.requireNonNull(fillings.get(sheet)).add(row, hidden);
        rows++;
    }

    /** Stores all that waits. */
    @Override
    public void close() {
        fillings.values().forEach(Filling::close);
    }
}
