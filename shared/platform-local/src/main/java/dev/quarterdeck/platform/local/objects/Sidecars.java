package dev.quarterdeck.platform.local.objects;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.quarterdeck.platform.local.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The hidden files beside objects: which checksums the content may have. */
final class Sidecars {
    /** None where there is no such file: then the object counts as damaged, as it does where it says anything else. */
    Set<String> read(Path object) throws IOException {
        Path sidecar = of(object, ".sha256");
        return Files.exists(sidecar) ? new HashSet<>(Files.readAllLines(sidecar, ISO_8859_1)) : Set.of();
    }

    List<String> with(Path object, String checksum) throws IOException {
        var all = new TreeSet<>(read(object));
        all.add(checksum);
        return List.copyOf(all);
    }

    void write(Path object, List<String> checksums) throws IOException {
        Disk.moveInto(draft(object, checksums), of(object, ".sha256"));
    }

    /** For a new object: it outlasts a power cut once the object does, which is moved into the same folder next. */
    void writeFirst(Path object, String checksum) throws IOException {
        Files.move(draft(object, List.of(checksum)), of(object, ".sha256"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path draft(Path object, List<String> checksums) throws IOException {
        Path draft = of(object, ".new");
        Files.write(draft, checksums, US_ASCII);
        Disk.flush(draft);
        return draft;
    }

    void delete(Path object) throws IOException {
        Files.deleteIfExists(of(object, ".sha256"));
    }

    private static Path of(Path object, String ending) {
        return object.resolveSibling("." + object.getFileName() + ending);
    }
}
