package dev.quarterdeck.platform.local.table;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can happen to a file: one sentence says it, and nothing is lost. */
class SqliteFileTest {
    private static final Row ROW = Row.of(new Key("p", "s"), Json.Obj.EMPTY.with("name", Json.of("prod")));

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private Path path = Path.of("");

    @BeforeEach
    void name() {
        path = folder.resolve("hub.db");
    }

    private SqliteTable open() {
        return SqliteTable.open(path, clock);
    }

    private void fill() {
        try (SqliteTable table = open()) {
            assertThat(table.write(Write.put(ROW))).isEqualTo(Written.Done.VALUE);
        }
    }

    private static String sentence(ThrowingCallable asked) {
        var refusal = catchThrowableOfType(FailureException.class, asked);
        return ((Failure.Unavailable) refusal.failure()).why();
    }

    private void assertRefused(String sentence) throws IOException {
        byte[] before = Files.readAllBytes(path);
        assertThat(sentence(this::open)).isEqualTo(sentence.formatted(path));
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    private void change(long at, byte... bytes) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(at);
            file.write(bytes);
        }
    }

    @Test
    void whatWasWrittenIsThereWhenOpenedAgain() {
        fill();
        try (SqliteTable table = open()) {
            assertThat(table.get(ROW.key())).contains(ROW);
        }
    }

    @Test
    void whenClosedAllIsInTheOneFile() throws IOException {
        fill();
        Path elsewhere = folder.resolve("elsewhere.db");
        Files.move(path, elsewhere);
        assertThat(folder.resolve("hub.db-wal")).doesNotExist();
        try (SqliteTable table = SqliteTable.open(elsewhere, clock)) {
            assertThat(table.get(ROW.key())).contains(ROW);
        }
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions");
        try (SqliteTable table = open()) {
            table.write(Write.put(ROW));
            for (String name : List.of("hub.db", "hub.db-wal", "hub.db-shm")) {
                assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    void aFileOfAnotherProgramIsLeftAlone() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE theirs (a)");
        }
        assertRefused("'%s' is a database of another program.");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        Files.writeString(path, "shopping list: ".repeat(100));
        assertRefused("'%s' is not a store of Quarterdeck, or its beginning is damaged.");
    }

    @Test
    void anEmptyFileIsLeftAlone() throws IOException {
        Files.createFile(path);
        assertRefused("'%s' is not a store of Quarterdeck, or its beginning is damaged.");
    }

    @Test
    void aFileOfANewerLayoutIsLeftAlone() throws IOException {
        fill();
        change(60, (byte) 0, (byte) 0, (byte) 0, (byte) 2);
        assertRefused("The store '%s' was written by a newer Quarterdeck: use that one.");
    }

    @Test
    void aDamagedFileIsLeftAlone() throws IOException {
        fill();
        change(4096 + 8, new byte[2048]);
        change(4096, "nonsense".getBytes(US_ASCII));
        assertRefused("The store '%s' is damaged: put back a backup with 'quarterdeck restore FILE'.");
    }

    @Test
    void lastWritesWithoutTheirStoreAreNotReplayedIntoAnother() throws IOException {
        fill();
        Files.move(path, folder.resolve("hub.db-wal"));
        assertThat(sentence(this::open))
                .isEqualTo("The store '%1$s' is gone but its last writes are there: put it back, or delete '%1$s-wal'."
                        .formatted(path));
        assertThat(path).doesNotExist();
    }

    @Test
    void aHalfMadeStoreIsMadeAnew() throws IOException {
        Files.writeString(folder.resolve("hub.db.new"), "half");
        fill();
        assertThat(folder.resolve("hub.db.new")).doesNotExist();
    }

    @Test
    void aSecondOpeningIsRefusedAndDisturbsNothing() {
        try (SqliteTable table = open()) {
            assertThat(sentence(this::open))
                    .isEqualTo("The store '%s' is in use by another process (%d): stop that one first."
                            .formatted(path, ProcessHandle.current().pid()));
            table.write(Write.put(ROW));
        }
        try (SqliteTable table = open()) {
            assertThat(table.get(ROW.key())).contains(ROW);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        path = file.resolve("hub.db");
        assertThat(sentence(this::open)).startsWith("The folder of the store '" + path + "' cannot be written: ");
    }

    @Test
    void aReadOnlyFolderIsSaid() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix")
                        && !"root".equals(System.getProperty("user.name")),
                "permissions do not bind this user");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        path = locked.resolve("hub.db");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        assertThat(sentence(this::open)).startsWith("The folder of the store '" + path + "' cannot be written: ");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() throws SQLException {
        int acknowledged = 0;
        try (SqliteTable table = open()) {
            table.limitTo(64);
            String why = "";
            for (int i = 0; why.isEmpty(); i++) {
                Write put = Write.put(large(i));
                try {
                    table.write(put);
                    acknowledged++;
                } catch (FailureException e) {
                    why = ((Failure.Unavailable) e.failure()).why();
                }
            }
            assertThat(why)
                    .isEqualTo("The disk of '%s' is full: nothing was written; free some space and try again."
                            .formatted(path));
            assertThat(table.query(Query.of("large")).rows()).hasSize(acknowledged);
            assertThat(table.write(Write.put(ROW))).isEqualTo(Written.Done.VALUE);
        }
        try (SqliteTable table = open()) {
            assertThat(table.query(Query.of("large")).rows()).hasSize(acknowledged);
            assertThat(table.get(ROW.key())).contains(ROW);
        }
    }

    private static Row large(int number) {
        return Row.of(new Key("large", "k" + number), Json.Obj.EMPTY.with("text", Json.of("x".repeat(10_000))));
    }

    @Test
    void aClosedStoreSaysSo() {
        SqliteTable table = open();
        table.close();
        table.close();
        assertThat(sentence(() -> table.write(Write.put(ROW)))).isEqualTo("The store '%s' is closed.".formatted(path));
        assertThat(sentence(() -> table.get(ROW.key()))).isEqualTo("The store '%s' is closed.".formatted(path));
    }

    @Test
    void expiredRowsAreRemovedFromTheFileInPortions() {
        try (SqliteTable table = open()) {
            for (int i = 0; i < 5; i++) {
                table.write(
                        Write.put(Row.of(new Key("p", "k" + i), Json.Obj.EMPTY).until(clock.instant())));
            }
            table.write(Write.put(ROW.until(clock.instant().plusSeconds(1))));
            assertThat(table.removeExpired(3)).isEqualTo(3);
            assertThat(table.removeExpired(3)).isEqualTo(2);
            assertThat(table.removeExpired(3)).isZero();
            assertThat(table.get(ROW.key())).isPresent();
        }
    }

    @Test
    void aCopyHoldsWhatIsCommittedAndIsAStore() throws IOException {
        Path copy = folder.resolve("copy.db");
        try (SqliteTable table = open()) {
            table.write(Write.put(ROW));
            table.copyTo(copy);
            table.write(Write.delete(ROW.key()));
        }
        Files.move(copy, path, StandardCopyOption.REPLACE_EXISTING);
        try (SqliteTable table = open()) {
            assertThat(table.get(ROW.key())).contains(ROW);
        }
    }
}
