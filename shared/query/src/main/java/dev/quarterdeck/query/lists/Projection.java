package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Patience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** The rows of a source in an engine: never the truth, and made again part by part when its stamps move. */
public final class Projection implements AutoCloseable {
    private final Engine engine;
    private final Patience patience;
    private final Places places = new Places();
    private final Ways ways;
    private final Map<String, String> loaded = new HashMap<>();

    public Projection(Engine engine) {
        this(engine, Patience.ENDLESS);
    }

    public Projection(Engine engine, Patience patience) {
        this.engine = engine;
        this.patience = patience;
        for (Sheet sheet : Sheet.OF_ONE_LOOK) {
            engine.create(sheet, sheet == Sheet.RESOURCES ? "part VARCHAR, place INTEGER, " : "part VARCHAR, ");
        }
        this.ways = new Ways(engine);
    }

    /** Whether it has just these rows already. */
    synchronized boolean shows(Map<String, String> stamps) {
        return loaded.equals(stamps);
    }

    /**
     * A hand on the rows as the source has them: parts that differ are read again first, whole or not at all. It keeps
     * seeing these rows whatever is read for others meanwhile. Whoever has no patience for it may ask again: what was read
     * till then stays.
     */
    synchronized Engine of(RowSource source) {
        load(source);
        return engine.snapshot();
    }

    /** The same, with the links followed from place to place. */
    synchronized Engine linked(RowSource source) {
        load(source);
        ways.follow(loaded);
        return engine.snapshot();
    }

    /** The places that its resources name by number. */
    Places places() {
        return places;
    }

    private void load(RowSource source) {
        Map<String, String> stamps = source.stamps();
        Iterator<String> moved = moved(stamps).iterator();
        BooleanSupplier over = patience.begin();
        while (moved.hasNext()) {
            reload(source, moved, stamps);
            if (moved.hasNext() && over.getAsBoolean()) {
                throw new FailureException(
                        new Failure.Unavailable("the inventory is being read, of %d accounts %d so far: ask again"
                                .formatted(stamps.size(), loaded.size())));
            }
        }
    }

    /** So many of them that what waits to be stored stays small. Nobody sees only some: readers wait for the last. */
    private void reload(RowSource source, Iterator<String> moved, Map<String, String> stamps) {
        var read = new ArrayList<String>();
        engine.run("BEGIN");
        try (var turn = new Turn(engine, source, places)) {
            while (moved.hasNext() && !turn.isFull()) {
                String part = moved.next();
                turn.read(part, loaded.containsKey(part), stamps.containsKey(part));
                read.add(part);
            }
        } catch (RuntimeException e) {
            engine.run("ROLLBACK");
            throw e;
        }
        engine.run("COMMIT");
        loaded.keySet().removeAll(read);
        read.stream().filter(stamps::containsKey).forEach(part -> loaded.put(part, stamps.get(part)));
    }

    private Set<String> moved(Map<String, String> stamps) {
        var parts = new TreeSet<>(stamps.keySet());
        parts.addAll(loaded.keySet());
        parts.removeIf(part -> Objects.equals(stamps.get(part), loaded.get(part)));
        return parts;
    }

    @Override
    public void close() {
        engine.close();
    }
}
