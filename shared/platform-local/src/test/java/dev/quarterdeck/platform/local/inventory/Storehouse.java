package dev.quarterdeck.platform.local.inventory;

import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.nio.file.Path;
import java.time.Clock;

/** Where one test's facts lie: a table of generations, and the folder of their objects. */
final class Storehouse implements AutoCloseable {
    private static final String OBJECTS = "objects";

    private final Path folder;
    private final Clock clock;
    private final SqliteTable table;
    private final Objects objects;

    Storehouse(Path folder, Clock clock) {
        this.folder = folder.resolve(OBJECTS);
        this.clock = clock;
        this.table = SqliteTable.open(folder.resolve("hub.db"), clock);
        this.objects = FolderObjects.open(this.folder);
    }

    Path folder() {
        return folder;
    }

    Objects objects() {
        return objects;
    }

    Table table() {
        return table;
    }

    Generations generations() {
        return new Generations(table);
    }

    SegmentFacts facts() {
        return new SegmentFacts(generations(), objects);
    }

    Publisher publisher() {
        return publisher(objects);
    }

    /** One that writes into {@code other}, and into the same table. */
    Publisher publisher(Objects other) {
        return new Publisher(generations(), other, () -> Town.NO_TYPES, clock);
    }

    @Override
    public void close() {
        table.close();
    }
}
