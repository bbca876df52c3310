package dev.quarterdeck.platform.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.platform.local.Disk;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An archive whose every file was unpacked, is listed, and has the checksum that the list says. */
record Unpacked(Manifest manifest, Optional<String> closedKey, Optional<String> closedRedactionKey) {
    private static final int LARGEST_TEXT = 64 * 1024 * 1024;

    static Unpacked of(Path archive, Home staging) throws IOException {
        Disk.remove(staging.folder());
        Disk.createFolderForOwner(staging.folder());
        try (var zip = new ZipFile(archive.toFile())) {
            Manifest manifest = manifest(zip);
            var objects = FolderObjects.open(staging.objects());
            Optional<String> key = Optional.empty();
            Optional<String> redactionKey = Optional.empty();
            for (Manifest.Content content : manifest.contents()) {
                try (InputStream in = checked(zip, content)) {
                    switch (content.name()) {
                        case Manifest.TABLE -> unpack(in, staging.table());
                        case Manifest.VAULT -> unpack(in, staging.vault());
                        case Manifest.KEY -> key = Optional.of(text(in));
                        case Manifest.REDACTION_KEY -> redactionKey = Optional.of(text(in));
                        default -> objects.put(object(content.name()), in);
                    }
                }
            }
            return new Unpacked(manifest, key, redactionKey);
        } catch (IllegalArgumentException | ZipException e) {
            throw new IOException("it is no backup of Quarterdeck, or damaged (%s)".formatted(e.getMessage()), e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = entry(zip, Manifest.NAME)) {
            return Manifest.from(Json.parse(text(in)));
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(LARGEST_TEXT), UTF_8);
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it lacks '%s'".formatted(name));
        }
        return zip.getInputStream(entry);
    }

    private static ObjectName object(String name) {
        if (!name.startsWith(Manifest.OBJECTS)) {
            throw new IllegalArgumentException("it holds an unknown file '%s'".formatted(name));
        }
        return new ObjectName(name.substring(Manifest.OBJECTS.length()));
    }

    /** Reads it once to check it: fails where the content is not what the manifest says. */
    private static InputStream checked(ZipFile zip, Manifest.Content content) throws IOException {
        var digest = Digest.algorithm();
        try (var in = new DigestInputStream(entry(zip, content.name()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
            throw new IOException("'%s' in it is damaged".formatted(content.name()));
        }
        return entry(zip, content.name());
    }

    private static void unpack(InputStream in, Path file) throws IOException {
        Disk.createForOwner(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
        Disk.flush(file);
    }
}
