package dev.quarterdeck.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that a demo lives in: one of its own, which goes with it, or one that somebody keeps. */
public record Stage(Path folder, boolean kept) implements AutoCloseable {
    public static Stage in(Optional<Path> keep) {
        try {
            return keep.isPresent()
                    ? new Stage(Files.createDirectories(keep.get()).toRealPath(), true)
                    : new Stage(Files.createTempDirectory("quarterdeck-demo-"), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!kept) {
            try {
                Files.walkFileTree(folder, new Removal());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
