package dev.quarterdeck.platform.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.platform.local.Disk;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.table.StoreFiles;
import dev.quarterdeck.platform.local.vault.OwnFile;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.platform.local.vault.VaultKey;
import dev.quarterdeck.platform.local.vault.WrappedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts an archive in place of what a machine's hub keeps. Everything is unpacked and checked first; what was there is
 * moved aside, never deleted; a restore that was broken off keeps the hub from starting until it is run again.
 */
public final class Restore {
    private final Home home;
    private final Path mark;

    public Restore(Home home) {
        this.home = home;
        this.mark = StoreFiles.restoring(home.table());
    }

    /** What came of it: what the archive says of itself, and where the former content is, if there was any. */
    public record Restored(Manifest manifest, Optional<Path> before) {}

    /** The passphrase is asked for only if the archive holds a key that one has closed. */
    public Restored from(Path archive, Supplier<Secret<String>> passphrase, Instant now) {
        try (StoreFiles.Hold _ = StoreFiles.hold(home.table())) {
            Home staged = new Home(home.folder().resolve("restore-staging"));
            try {
                Manifest manifest = stage(archive, passphrase, staged);
                Home before = aside(now);
                swap(staged, before);
                Files.delete(mark);
                return new Restored(manifest, kept(before));
            } finally {
                Disk.remove(staged.folder());
            }
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Unavailable("The backup '%s' cannot be restored: %s.".formatted(archive, Disk.why(e))));
        }
    }

    /** All that the archive holds, checked, beside what is there. */
    private Manifest stage(Path archive, Supplier<Secret<String>> passphrase, Home staged) throws IOException {
        Unpacked unpacked = Unpacked.of(archive, staged);
        StoreFiles.check(staged.table());
        unpacked.closedKey().ifPresent(closed -> openKeys(closed, unpacked, passphrase.get(), staged));
        Path key = unpacked.closedKey().isPresent() ? staged.vaultKey() : home.vaultKey();
        if (Files.exists(staged.vault()) && !VaultFile.opens(key, staged.vault())) {
            throw new FailureException(new Failure.Unavailable(
                    "The backup '%s' has no key, and '%s' is not the one its vault was closed with: put that one there first."
                            .formatted(archive, key)));
        }
        return unpacked.manifest();
    }

    private static void openKeys(String closed, Unpacked unpacked, Secret<String> passphrase, Home staged) {
        VaultKey.restore(closed, passphrase, staged.vaultKey());
        unpacked.closedRedactionKey()
                .map(key -> WrappedKey.REDACTION.open(key, passphrase))
                .ifPresent(new OwnFile(staged.redactionKey())::write);
    }

    /** The folder that the mark names, if a restore was broken off: what lies there is what was here before both. */
    private Home aside(Instant now) throws IOException {
        Path before = new OwnFile(mark)
                .read()
                .map(name -> home.folder().resolve(new String(name, UTF_8)))
                .orElseGet(() -> home.folder().resolve("before-restore-" + now.toEpochMilli()));
        Disk.createFolderForOwner(before);
        new OwnFile(mark).write(before.getFileName().toString().getBytes(UTF_8));
        return new Home(before);
    }

    private void swap(Home staged, Home before) throws IOException {
        for (String ending : List.of("-wal", "-shm")) {
            moveAside(beside(home.table(), ending), beside(before.table(), ending));
        }
        moveAside(home.table(), before.table());
        moveAside(home.vault(), before.vault());
        moveAside(home.objects(), before.objects());
        swapKey(staged.vaultKey(), home.vaultKey(), before.vaultKey());
        swapKey(staged.redactionKey(), home.redactionKey(), before.redactionKey());
        move(staged.objects(), home.objects());
        move(staged.vault(), home.vault());
        move(staged.table(), home.table());
    }

    /** The key that is here stays where the archive has none. */
    private static void swapKey(Path staged, Path here, Path before) throws IOException {
        if (Files.exists(staged)) {
            moveAside(here, before);
            move(staged, here);
        }
    }

    private static Path beside(Path path, String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** What is aside already is the former content; what is here then is a part of an archive. */
    private static void moveAside(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            Disk.remove(from);
        } else {
            move(from, to);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Disk.moveInto(from, to);
        }
    }

    /** Empty where there was no hub. */
    private static Optional<Path> kept(Home before) throws IOException {
        try (var files = Files.list(before.folder())) {
            if (files.findAny().isPresent()) {
                return Optional.of(before.folder());
            }
        }
        Files.delete(before.folder());
        return Optional.empty();
    }
}
