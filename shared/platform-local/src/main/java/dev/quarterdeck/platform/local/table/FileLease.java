package dev.quarterdeck.platform.local.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.quarterdeck.platform.local.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a store to one process. The system gives it back when the process ends, however that ends. */
final class FileLease implements AutoCloseable {
    private final FileChannel channel;

    private FileLease(FileChannel channel) {
        this.channel = channel;
    }

    static FileLease take(Path store) {
        Path path = store.resolveSibling(store.getFileName() + ".lock");
        try {
            Files.createDirectories(store.toAbsolutePath().getParent());
            var channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (!locked(channel)) {
                String owner = Files.readString(path, US_ASCII).strip();
                channel.close();
                throw Trouble.unavailable("The store '%s' is in use by another process (%s): stop that one first."
                        .formatted(store, owner));
            }
            String pid = ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(US_ASCII)));
            return new FileLease(channel);
        } catch (IOException e) {
            throw Trouble.unavailable(
                    "The folder of the store '%s' cannot be written: %s.".formatted(store, Disk.why(e)));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the lock is gone with the channel all the same
        }
    }
}
