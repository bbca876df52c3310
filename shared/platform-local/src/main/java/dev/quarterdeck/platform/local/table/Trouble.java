package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can be wrong with a store's file, each in one sentence that says what to do. */
final class Trouble {
    private Trouble() {}

    static FailureException unavailable(String sentence) {
        return new FailureException(new Failure.Unavailable(sentence));
    }

    static FailureException closed(Path path) {
        return unavailable("The store '%s' is closed.".formatted(path));
    }

    static FailureException damaged(Path path) {
        return unavailable(
                "The store '%s' is damaged: put back a backup with 'quarterdeck restore FILE'.".formatted(path));
    }

    static FailureException of(SQLException e, Path path) {
        int code = e instanceof SQLiteException known ? known.getResultCode().code & 0xff : -1;
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return damaged(path);
        }
        return unavailable(sentence(code).formatted(path, String.valueOf(e.getMessage())));
    }

    private static String sentence(int code) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "The disk of '%s' is full: nothing was written; free some space and try again.";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "The store '%s' cannot be written: check the rights on its folder and its files.";
        }
        return "The store '%s' does not work: %s.";
    }
}
