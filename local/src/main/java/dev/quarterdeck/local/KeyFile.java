package dev.quarterdeck.local;

import dev.quarterdeck.platform.local.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The key under which sensitive values are hashed before anything is stored: a file that only its owner can read. Without
 * the same key two scans cannot tell whether a secret changed.
 */
final class KeyFile {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 6;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    KeyFile(Home home) {
        this.file = home.redactionKey();
    }

    Path path() {
        return file;
    }

    /** The name of the key in facts and in {@code run.json}: it tells keys apart and nothing about them. */
    static String id(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The key, made at first use. */
    byte[] read() {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                make();
            }
            refuseIfOthersMayRead();
            return parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw Refusal.usage("the key file '%s' cannot be used (%s): set QUARTERDECK_HOME to a folder of yours"
                    .formatted(file, Refusal.why(e)));
        }
    }

    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, ownerOnly());
            Files.writeString(
                    file, HexFormat.of().formatHex(key) + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            // another run was faster: its key counts
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void refuseIfOthersMayRead() throws IOException {
        if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw Refusal.usage("the key file '%s' can be read by others (%s): run 'chmod 600 %s'"
                    .formatted(file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file));
        }
    }

    private byte[] parse(String text) {
        if (!text.matches("[0-9a-f]{%d}".formatted(2 * BYTES))) {
            throw Refusal.usage(
                    "the key file '%s' holds no key: delete it, and the next scan makes a new one".formatted(file));
        }
        return HexFormat.of().parseHex(text);
    }
}
