package dev.quarterdeck.local;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or not at all: what broke off half-way leaves what was there before. */
final class WholeFile {
    private WholeFile() {}

    /** What is written to it. */
    interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    /** The same of what is no text. */
    interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    static void write(Path path, Content content) {
        bytes(path, out -> {
            var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.write(text);
            text.flush();
        });
    }

    static void bytes(Path path, Bytes content) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                fill(path, content); // a pipe or a terminal has nothing to be replaced
            } else {
                replace(path, content);
            }
        } catch (IOException e) {
            throw Refusal.usage("'%s' cannot be written: %s".formatted(path, Refusal.why(e)));
        }
    }

    private static void replace(Path path, Bytes content) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path making = Files.createTempFile(target.getParent(), ".making-", ".tmp");
        try {
            fill(making, content);
            Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(making);
        }
    }

    private static void fill(Path path, Bytes content) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
            content.write(out);
        }
    }
}
