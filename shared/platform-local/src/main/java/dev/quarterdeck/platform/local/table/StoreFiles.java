package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.platform.local.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What backup and restore do with a store's file, as a file. */
public final class StoreFiles {
    private StoreFiles() {}

    /** Writes a copy of all that is committed, whether or not a process has the store open. */
    public static void copy(Path store, Path target) {
        check(store);
        SqliteFile.copy(store, target);
    }

    /** Fails with one sentence where this is no sound store. */
    public static void check(Path store) {
        try {
            Header.check(store);
            if (!Files.exists(store)) {
                throw Trouble.unavailable("There is no store '%s'.".formatted(store));
            }
            SqliteFile.integrity(store);
        } catch (IOException e) {
            throw Trouble.unavailable("The store '%s' cannot be read: %s.".formatted(store, Disk.why(e)));
        }
    }

    /** A file beside the store, there for as long as what a restore puts back is not yet complete. */
    public static Path restoring(Path store) {
        return store.resolveSibling("restoring");
    }

    /** Keeps every process from opening the store until closed; fails with one sentence where one has it open. */
    public static Hold hold(Path store) {
        return FileLease.take(store)::close;
    }

    /** Ends by being closed. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
