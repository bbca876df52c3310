package dev.quarterdeck.query.hub;

import dev.quarterdeck.query.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Where the engines of a hub keep their rows: nothing that anybody misses, so it goes when the hub ends or begins anew. */
final class EngineFiles implements AutoCloseable {
    private static final String MEMORY = "512MB";

    private final Path folder;
    private final AtomicInteger opened = new AtomicInteger();

    EngineFiles(Path folder) {
        this.folder = folder;
    }

    Engine open() {
        int number = opened.incrementAndGet();
        try {
            if (number == 1) {
                clear();
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("engines cannot keep their rows at '%s'".formatted(folder), e);
        }
        return Engine.beside(
                folder.resolve(number + ".db"), MEMORY, Runtime.getRuntime().availableProcessors());
    }

    private void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** After the engines. */
    @Override
    public void close() {
        try {
            if (opened.get() > 0) {
                clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what engines kept at '%s' cannot be removed".formatted(folder), e);
        }
    }
}
