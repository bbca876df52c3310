package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.ResourceFiles;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.query.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the resources of a projection into files. Texts are written row by row as the engine finds them, Parquet by the
 * engine itself; what it has to sort it keeps beside its own file, so that memory stays as it is however many there are.
 */
public final class DuckDbResourceFiles implements ResourceFiles {
    private final Projection projection;
    private final RowSource source;

    public DuckDbResourceFiles(Projection projection, RowSource source) {
        this.projection = projection;
        this.source = source;
    }

    @Override
    public void write(ListRequest request, FileForm form, Reader reader) throws IOException {
        try (Engine engine = projection.of(source)) {
            var matching = Matching.of(request);
            reader.begins(DuckDbResourceLists.whole(engine, request, matching));
            Path file = engine.fresh(form.kind().toString());
            try {
                write(new ResourceFile(engine, request, matching), form, file, reader);
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void write(ResourceFile resources, FileForm form, Path file, Reader reader) throws IOException {
        switch (form.kind()) {
            case CSV, NDJSON -> resources.lines(form, file, reader);
            case PARQUET -> resources.parquet(file, reader);
        }
        try (InputStream whole = Files.newInputStream(file)) {
            reader.take(whole);
        }
    }
}
