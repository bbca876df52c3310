package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Filling;
import dev.quarterdeck.query.engine.Fragment;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The rows of a source in an engine's memory: never the truth, and made again part by part when its stamps move. */
public final class Projection implements AutoCloseable {
    private static final String PART = "part VARCHAR, ";

    private final Engine engine;
    private final Map<String, String> loaded = new HashMap<>();

    public Projection(Engine engine) {
        this.engine = engine;
        for (Sheet sheet : Sheet.OF_ONE_LOOK) {
            engine.create(sheet, PART);
        }
    }

    /** Whether it has just these rows already. */
    synchronized boolean shows(Map<String, String> stamps) {
        return loaded.equals(stamps);
    }

    /**
     * A hand on the rows as the source has them: parts that differ are read again first, whole or not at all. It keeps
     * seeing these rows whatever is read for others meanwhile.
     */
    synchronized Engine of(RowSource source) {
        Map<String, String> stamps = source.stamps();
        if (!shows(stamps)) {
            engine.run("BEGIN");
            try {
                moved(stamps).forEach(part -> reload(source, part, stamps.containsKey(part)));
                engine.run("COMMIT");
            } catch (RuntimeException e) {
                engine.run("ROLLBACK");
                throw e;
            }
            loaded.clear();
            loaded.putAll(stamps);
        }
        return engine.snapshot();
    }

    private Set<String> moved(Map<String, String> stamps) {
        var parts = new TreeSet<>(stamps.keySet());
        parts.addAll(loaded.keySet());
        parts.removeIf(part -> Objects.equals(stamps.get(part), loaded.get(part)));
        return parts;
    }

    private void reload(RowSource source, String part, boolean there) {
        for (Sheet sheet : Sheet.OF_ONE_LOOK) {
            engine.change(Fragment.of("DELETE FROM " + sheet + " WHERE part = {}", part));
            if (there) {
                Filling.fill(engine, sheet, "part, ", source, part);
            }
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
