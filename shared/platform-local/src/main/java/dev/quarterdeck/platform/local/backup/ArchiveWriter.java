package dev.quarterdeck.platform.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.platform.local.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive that only its owner reads, and that has its name only once it is whole and on the disk. */
final class ArchiveWriter implements AutoCloseable {
    private final Path draft;
    private final ZipOutputStream zip;
    private final List<Manifest.Content> contents = new ArrayList<>();

    private ArchiveWriter(Path draft, ZipOutputStream zip) {
        this.draft = draft;
        this.zip = zip;
    }

    static ArchiveWriter begin(Path archive) throws IOException {
        Path draft = archive.resolveSibling(archive.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Disk.createForOwner(draft);
        return new ArchiveWriter(draft, new ZipOutputStream(Files.newOutputStream(draft)));
    }

    void add(String name, InputStream content) throws IOException {
        var digest = Digest.algorithm();
        zip.putNextEntry(new ZipEntry(name));
        long size = new DigestInputStream(content, digest).transferTo(zip);
        zip.closeEntry();
        contents.add(new Manifest.Content(name, size, HexFormat.of().formatHex(digest.digest())));
    }

    Manifest finish(Path archive, Instant at) throws IOException {
        var manifest = new Manifest(at, contents);
        add(Manifest.NAME, new ByteArrayInputStream(manifest.json().text().getBytes(UTF_8)));
        zip.close();
        Disk.flush(draft);
        Disk.moveInto(draft, archive);
        return manifest;
    }

    /** Leaves nothing behind of an archive that was not finished. */
    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(draft);
    }
}
