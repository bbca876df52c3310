package dev.quarterdeck.platform.local.vault;

import dev.quarterdeck.credentials.VaultTrouble;
import dev.quarterdeck.platform.local.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file that only its owner reads and writes, replaced as a whole or not at all. */
public final class OwnFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path path;

    public OwnFile(Path path) {
        this.path = path;
    }

    /** Its bytes, if there is such a file; refuses one that others may read or write. */
    public Optional<byte[]> read() {
        try {
            byte[] bytes = Files.readAllBytes(path);
            refuseIfShared();
            return Optional.of(bytes);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw VaultTrouble.of("'%s' cannot be read: %s".formatted(path, Disk.why(e)));
        }
    }

    /** Makes it durable before it takes the old one's place. */
    public void write(byte[] bytes) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (var channel = FileChannel.open(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes())) {
                channel.write(ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw VaultTrouble.of("'%s' cannot be written: %s".formatted(path, Disk.why(e)));
        }
    }

    private FileAttribute<?>[] attributes() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private void refuseIfShared() throws IOException {
        if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
            throw VaultTrouble.of(
                    "others can read or change '%s': run 'chmod 600 %s', and change what it protects if they may have"
                            .formatted(path, path));
        }
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
