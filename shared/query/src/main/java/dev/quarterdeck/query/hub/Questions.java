package dev.quarterdeck.query.hub;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.asking.HubRows;
import dev.quarterdeck.inventory.asking.ResourceFiles;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.inventory.asking.SqlSchema;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.query.lists.HistoricLists;
import dev.quarterdeck.query.process.SandboxProcess;
import dev.quarterdeck.query.sql.ChildQueries;
import dev.quarterdeck.query.sql.Limits;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** How all that a hub knows is asked. What that takes is made when somebody first asks. */
public final class Questions implements SqlQueries, AutoCloseable {
    private final HubRows known;
    private final Supplier<List<ResourceType>> types;
    private final Limits limits;
    private final EngineFiles engines;
    private final HistoricLists lists;

    /** Engines keep their rows in {@code folder}, which is theirs alone; nothing takes more than {@code limits}. */
    public Questions(HubRows known, Supplier<List<ResourceType>> types, Path folder, Limits limits) {
        this.known = known;
        this.types = types;
        this.limits = limits;
        this.engines = new EngineFiles(folder);
        this.lists = new HistoricLists(engines::open, known::at, limits.reading());
    }

    /** All of it, in these words. */
    public Asking asking(Vocabulary words) {
        return new Asking(words, lists, lists, this);
    }

    /** What writes whole lists into files. */
    public ResourceFiles files() {
        return lists;
    }

    @Override
    public SqlAnswer ask(String sql, Sight sight) {
        return queries(sight).ask(sql, sight);
    }

    @Override
    public SqlSchema schema() {
        return queries(new Sight.Accounts(Set.of())).schema();
    }

    private SqlQueries queries(Sight sight) {
        Collection<ResourceType> views = types.get();
        return new ChildQueries(SandboxProcess.command(), known.seen(sight), views, limits);
    }

    @Override
    public void close() {
        try (engines) { // after what keeps its rows there
            lists.close();
        }
    }
}
