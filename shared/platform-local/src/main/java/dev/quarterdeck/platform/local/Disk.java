package dev.quarterdeck.platform.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes files and folders that outlast a power cut, or that only their owner reads. */
public final class Disk {
    private Disk() {}

    public static void flush(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    public static void moveInto(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        flushFolder(target.resolveSibling("."));
    }

    /** The folders in which a file below the root is to lie. */
    public static void makeFolders(Path root, Path file) throws IOException {
        Path folder = root;
        for (Path name : root.relativize(file.resolveSibling("")).normalize()) {
            folder = folder.resolve(name);
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                flushFolder(folder.resolveSibling("."));
            }
        }
    }

    /** A new, empty file that nobody but its owner reads or writes. */
    public static void createForOwner(Path file) throws IOException {
        Files.createFile(file);
        closeToOthers(file, "rw-------");
    }

    /** A folder that nobody but its owner looks into. */
    public static void createFolderForOwner(Path folder) throws IOException {
        Files.createDirectories(folder);
        closeToOthers(folder, "rwx------");
    }

    private static void closeToOthers(Path path, String rights) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    /** Removes a file, or a folder with all in it; nothing there is no trouble. */
    public static void remove(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What the file system said, in a word or two. */
    public static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _, NotDirectoryException _ -> "it is not a folder";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void flushFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) { // which cannot, and needs not
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
