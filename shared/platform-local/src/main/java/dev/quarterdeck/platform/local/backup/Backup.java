package dev.quarterdeck.platform.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.platform.local.Disk;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.StoreFiles;
import dev.quarterdeck.platform.local.vault.OwnFile;
import dev.quarterdeck.platform.local.vault.VaultKey;
import dev.quarterdeck.platform.local.vault.WrappedKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes an archive of a hub, which may run meanwhile. First the table as it is at one moment, then what its rows speak
 * of: objects and secrets are there before a row names them.
 */
public final class Backup {
    private final Home home;

    public Backup(Home home) {
        this.home = home;
    }

    /** Keys go along only if a passphrase closes them. */
    public Manifest write(Path archive, Optional<Secret<String>> passphrase, Instant at) {
        try (ArchiveWriter writer = ArchiveWriter.begin(archive.toAbsolutePath())) {
            addTable(writer, archive.toAbsolutePath());
            addObjects(writer);
            if (Files.exists(home.vault())) {
                try (InputStream vault = Files.newInputStream(home.vault())) {
                    writer.add(Manifest.VAULT, vault);
                }
            }
            if (passphrase.isPresent()) {
                addKeys(writer, passphrase.get());
            }
            return writer.finish(archive.toAbsolutePath(), at);
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Unavailable("The backup '%s' cannot be written: %s.".formatted(archive, Disk.why(e))));
        }
    }

    private void addTable(ArchiveWriter writer, Path archive) throws IOException {
        Path copy = archive.resolveSibling(archive.getFileName() + ".db");
        Files.deleteIfExists(copy);
        try {
            StoreFiles.copy(home.table(), copy);
            try (InputStream table = Files.newInputStream(copy)) {
                writer.add(Manifest.TABLE, table);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void addKeys(ArchiveWriter writer, Secret<String> passphrase) throws IOException {
        add(writer, Manifest.KEY, VaultKey.export(home.vaultKey(), passphrase));
        Optional<byte[]> redaction = new OwnFile(home.redactionKey()).read();
        if (redaction.isPresent()) { // else nothing was scanned yet
            add(writer, Manifest.REDACTION_KEY, WrappedKey.REDACTION.close(redaction.get(), passphrase));
        }
    }

    private static void add(ArchiveWriter writer, String name, String text) throws IOException {
        writer.add(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private void addObjects(ArchiveWriter writer) throws IOException {
        var objects = FolderObjects.beside(home.objects());
        Optional<ObjectName> after = Optional.empty();
        do {
            ObjectListing page = objects.list("", after);
            for (ObjectListing.Entry entry : page.entries()) {
                Optional<InputStream> content = objects.get(entry.name());
                if (content.isPresent()) { // else it was deleted meanwhile, and no row of the copy needs it for long
                    try (InputStream in = content.get()) {
                        writer.add(Manifest.OBJECTS + entry.name(), in);
                    }
                }
            }
            after = page.next();
        } while (after.isPresent());
    }
}
