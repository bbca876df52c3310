package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.inventory.rows.Row;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * A folder in the making. Rows go to files under passing names, which take their own names when all is there;
 * {@code run.json} comes last, so a folder that has one is whole.
 */
public final class OutFolder implements AutoCloseable {
    private final Path folder;
    private final Path making;
    private final Map<FactFile, LineFile> writers = new EnumMap<>(FactFile.class);

    private OutFolder(Path folder, Path making) {
        this.folder = folder;
        this.making = making;
    }

    /** Makes the folder where there is none; refuses before anything is asked of AWS if it cannot be written. */
    public static OutFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var out = new OutFolder(folder, Files.createTempDirectory(folder, ".making-"));
            for (FactFile file : FactFile.values()) {
                out.writers.put(file, new LineFile(ownersOnly(out.making.resolve(file.fileName()))));
            }
            return out;
        } catch (IOException e) {
            throw Refusal.usage("cannot write to the folder '%s' (%s): choose another with --out"
                    .formatted(folder, Refusal.why(e)));
        }
    }

    /** Facts describe accounts, so nobody else reads them; of all new files only temporary ones are so everywhere. */
    private static Path ownersOnly(Path file) throws IOException {
        return Files.move(Files.createTempFile(file.getParent(), "new-", ""), file);
    }

    public void add(FactFile file, Json.Obj row) {
        add(file, (Row line) -> row.members().forEach(line::json));
    }

    public synchronized void add(FactFile file, Columns row) {
        try {
            writer(file).add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #add(FactFile, JsonBytes)} takes: several threads can make lines at once. */
    public static JsonBytes line(Columns row) {
        return LineFile.line(row);
    }

    public synchronized void add(FactFile file, JsonBytes line) {
        try {
            writer(file).add(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LineFile writer(FactFile file) {
        LineFile writer = writers.get(file);
        if (writer == null) {
            throw new IllegalStateException(file + " is already written");
        }
        return writer;
    }

    /** All rows are there: what stood in the folder is replaced. */
    public synchronized void commit(Json.Obj run) throws IOException {
        add(FactFile.RUN, run);
        closeWriters();
        Files.deleteIfExists(folder.resolve(FactFile.RUN.fileName()));
        for (FactFile file : FactFile.values()) {
            Files.move(
                    making.resolve(file.fileName()),
                    folder.resolve(file.fileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void closeWriters() throws IOException {
        for (LineFile writer : writers.values()) {
            writer.close();
        }
        writers.clear();
    }

    /** Leaves nothing of what was not committed. */
    @Override
    public synchronized void close() {
        try {
            closeWriters();
            for (FactFile file : FactFile.values()) {
                Files.deleteIfExists(making.resolve(file.fileName()));
            }
            Files.deleteIfExists(making);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
