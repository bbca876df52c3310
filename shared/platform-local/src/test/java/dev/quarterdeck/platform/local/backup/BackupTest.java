package dev.quarterdeck.platform.local.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.OwnFile;
import dev.quarterdeck.platform.local.vault.VaultFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SecretName NAME = SecretName.of("accounts", "one");
    private static final Secret<String> SECRET = Secret.of("wJalrXUtnFEMI");
    private static final Secret<String> PASSPHRASE = Secret.of("correct horse battery");
    private static final ObjectName OBJECT = new ObjectName("facts/a.ndjson");

    private Home here;
    private Home there;
    private Path archive;

    @BeforeEach
    void name(@TempDir Path folder) throws IOException {
        here = new Home(Files.createDirectory(folder.resolve("here")));
        there = new Home(Files.createDirectory(folder.resolve("there")));
        archive = folder.resolve("hub.backup");
    }

    private static Row row(int number) {
        return Row.of(new Key("rows", "k" + number), Json.Obj.EMPTY.with("number", Json.of(number)));
    }

    private void fill() throws IOException {
        try (SqliteTable table = SqliteTable.open(here.table(), CLOCK)) {
            table.write(Write.put(row(1)), Write.put(row(2)));
        }
        FolderObjects.open(here.objects()).put(OBJECT, new ByteArrayInputStream("facts".getBytes(UTF_8)));
        VaultFile.open(here.vault(), here.vaultKey(), CLOCK).put(NAME, SECRET);
    }

    private static String sentence(ThrowingCallable asked) {
        var refusal = catchThrowableOfType(FailureException.class, asked);
        return ((Failure.Unavailable) refusal.failure()).why();
    }

    private static Secret<String> nobody() {
        throw new AssertionError("nobody should be asked for a passphrase");
    }

    private static Secret<String> secret(Home home) {
        return VaultFile.open(home.vault(), home.vaultKey(), CLOCK).read(NAME).orElseThrow();
    }

    private static Optional<Row> read(Home home, int number) {
        try (SqliteTable table = SqliteTable.open(home.table(), CLOCK)) {
            return table.get(row(number).key());
        }
    }

    @Test
    void anArchiveIsAHubElsewhere() throws IOException {
        fill();
        Manifest written = new Backup(here).write(archive, Optional.of(PASSPHRASE), NOW);
        assertThat(written.contents())
                .extracting(Manifest.Content::name)
                .containsExactly("hub.db", "objects/facts/a.ndjson", "vault.json", "vault-key.json");

        Restore.Restored restored = new Restore(there).from(archive, () -> PASSPHRASE, NOW);

        assertThat(restored.manifest()).isEqualTo(written);
        assertThat(restored.before()).isEmpty();
        assertThat(read(there, 1)).contains(row(1));
        assertThat(read(there, 2)).contains(row(2));
        try (InputStream in = FolderObjects.open(there.objects()).get(OBJECT).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo("facts".getBytes(UTF_8));
        }
        assertThat(secret(there)).isEqualTo(SECRET);
    }

    @Test
    void noFileOfAnArchiveHoldsTheKeyOrASecretInTheOpen() throws IOException {
        fill();
        String key = Files.readString(here.vaultKey()).strip();
        new Backup(here).write(archive, Optional.of(PASSPHRASE), NOW);
        try (var zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String content = new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1);
                assertThat(content).as(entry.getName()).doesNotContain(key, SECRET.reveal(), PASSPHRASE.reveal());
            }
        }
        assertThat(Files.getPosixFilePermissions(archive)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theKeyThatHashesSensitiveValuesGoesAlongClosed() throws IOException {
        fill();
        scanned(here, "a1");
        scanned(there, "b2");
        Manifest written = new Backup(here).write(archive, Optional.of(PASSPHRASE), NOW);
        assertThat(written.contents()).extracting(Manifest.Content::name).contains("redaction-key.json");
        try (var zip = new ZipFile(archive.toFile())) {
            byte[] closed =
                    zip.getInputStream(zip.getEntry("redaction-key.json")).readAllBytes();
            assertThat(new String(closed, UTF_8)).contains("argon2id").doesNotContain("a1a1");
        }

        Restore.Restored restored = new Restore(there).from(archive, () -> PASSPHRASE, NOW);

        assertThat(there.redactionKey()).hasSameTextualContentAs(here.redactionKey());
        assertThat(Files.getPosixFilePermissions(there.redactionKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new Home(restored.before().orElseThrow()).redactionKey()).hasContent("b2".repeat(32));
    }

    @Test
    void aKeyStaysWhereTheArchiveHasNone() throws IOException {
        fill();
        scanned(here, "a1");
        Manifest written = new Backup(here).write(archive, Optional.empty(), NOW);
        assertThat(written.contents()).extracting(Manifest.Content::name).doesNotContain("redaction-key.json");
        scanned(here, "b2");

        new Restore(here).from(archive, BackupTest::nobody, NOW);

        assertThat(here.redactionKey()).hasContent("b2".repeat(32));
    }

    private static void scanned(Home home, String key) {
        new OwnFile(home.redactionKey()).write((key.repeat(32) + "\n").getBytes(UTF_8));
    }

    @Test
    void aWrongPassphraseChangesNothing() throws IOException {
        fill();
        new Backup(here).write(archive, Optional.of(PASSPHRASE), NOW);
        assertThat(sentence(() -> new Restore(there).from(archive, () -> Secret.of("another long passphrase"), NOW)))
                .contains("envelope");
        assertThat(there.folder()).isDirectoryNotContaining(file -> !file.endsWith("hub.db.lock"));
    }

    @Test
    void withoutTheKeyItIsOfUseOnlyWhereTheKeyIs() throws IOException {
        fill();
        new Backup(here).write(archive, Optional.empty(), NOW);
        assertThat(sentence(() -> new Restore(there).from(archive, BackupTest::nobody, NOW)))
                .isEqualTo(
                        "The backup '%s' has no key, and '%s' is not the one its vault was closed with: put that one there first."
                                .formatted(archive, there.vaultKey()));
        assertThat(there.table()).doesNotExist();
        Files.copy(here.vaultKey(), there.vaultKey(), StandardCopyOption.COPY_ATTRIBUTES);
        new Restore(there).from(archive, BackupTest::nobody, NOW);
        assertThat(secret(there)).isEqualTo(SECRET);
    }

    @Test
    void whatWasThereBeforeIsKeptAside() throws IOException {
        fill();
        new Backup(here).write(archive, Optional.empty(), NOW);
        try (SqliteTable table = SqliteTable.open(here.table(), CLOCK)) {
            table.write(Write.delete(row(1).key()), Write.put(row(3)));
        }

        Restore.Restored restored = new Restore(here).from(archive, BackupTest::nobody, NOW);

        assertThat(restored.manifest().holdsKey()).isFalse();
        assertThat(read(here, 1)).contains(row(1));
        assertThat(read(here, 3)).isEmpty();
        Home before = new Home(restored.before().orElseThrow());
        assertThat(read(before, 3)).contains(row(3));
        assertThat(VaultFile.opens(here.vaultKey(), before.vault())).isTrue();
    }

    @Test
    void aHubAtWorkIsBackedUpAsItIsAtOneMoment() throws Exception {
        fill();
        var ended = new AtomicBoolean();
        try (SqliteTable table = SqliteTable.open(here.table(), CLOCK)) {
            var writer = Thread.ofPlatform().start(() -> {
                for (int i = 10; !ended.get(); i += 2) {
                    table.write(Write.put(row(i)), Write.put(row(i + 1)));
                }
            });
            new Backup(here).write(archive, Optional.of(PASSPHRASE), NOW);
            ended.set(true);
            writer.join();
        }
        new Restore(there).from(archive, () -> PASSPHRASE, NOW);
        try (SqliteTable table = SqliteTable.open(there.table(), CLOCK)) {
            int last = 10;
            for (; table.get(row(last).key()).isPresent(); last += 2) {
                assertThat(table.get(row(last + 1).key())).isPresent();
            }
            assertThat(table.get(row(last + 1).key())).isEmpty();
            assertThat(table.get(row(1).key())).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.db", "objects/facts/a.ndjson", "vault.json", "manifest.json"})
    void aDamagedArchiveChangesNothing(String damaged) throws IOException {
        fill();
        new Backup(here).write(archive, Optional.empty(), NOW);
        Path other = archive.resolveSibling("damaged.backup");
        copy(archive, other, damaged);
        assertThat(sentence(() -> new Restore(here).from(other, BackupTest::nobody, NOW)))
                .startsWith("The backup '" + other + "' cannot be restored: ");
        assertThat(read(here, 1)).contains(row(1));
        assertThat(secret(here)).isEqualTo(SECRET);
    }

    /** The archive with one file changed by a byte. */
    private static void copy(Path from, Path to, String changed) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : List.copyOf(Collections.list(zip.entries()))) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(changed)) {
                    bytes[bytes.length / 2] ^= 1;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        Files.writeString(archive, "shopping list");
        assertThat(sentence(() -> new Restore(there).from(archive, BackupTest::nobody, NOW)))
                .startsWith("The backup '" + archive
                        + "' cannot be restored: it is no backup of Quarterdeck, or damaged (");
        assertThat(there.table()).doesNotExist();
    }

    @Test
    void aHubThatRunsIsNotReplaced() throws IOException {
        fill();
        new Backup(here).write(archive, Optional.empty(), NOW);
        try (SqliteTable table = SqliteTable.open(here.table(), CLOCK)) {
            assertThat(sentence(() -> new Restore(here).from(archive, BackupTest::nobody, NOW)))
                    .contains("is in use by another process");
            assertThat(table.get(row(1).key())).contains(row(1));
        }
    }

    @Test
    void aRestoreThatWasBrokenOffKeepsTheHubFromStartingUntilItIsRunAgain() throws IOException {
        fill();
        new Backup(here).write(archive, Optional.empty(), NOW);
        Home before = new Home(Files.createDirectory(here.folder().resolve("before")));
        Files.move(here.table(), before.table());
        Files.writeString(here.table(), "a part of the archive");
        Files.writeString(here.folder().resolve("restoring"), "before");
        Files.setPosixFilePermissions(here.folder().resolve("restoring"), PosixFilePermissions.fromString("rw-------"));
        assertThat(sentence(() -> SqliteTable.open(here.table(), CLOCK)))
                .isEqualTo("The restore of '%s' was broken off: run 'quarterdeck restore FILE' again."
                        .formatted(here.table()));
        new Restore(here).from(archive, BackupTest::nobody, NOW);
        assertThat(read(here, 1)).contains(row(1));
        assertThat(read(before, 1)).contains(row(1));
    }

    @Test
    void anArchiveThatCannotBeWrittenIsSaidAndNothingIsLeft() throws IOException {
        fill();
        Path nowhere = archive.resolveSibling("nowhere").resolve("hub.backup");
        assertThat(sentence(() -> new Backup(here).write(nowhere, Optional.empty(), NOW)))
                .startsWith("The backup '" + nowhere + "' cannot be written: ");
        assertThat(sentence(() -> new Backup(there).write(archive, Optional.empty(), NOW)))
                .isEqualTo("There is no store '%s'.".formatted(there.table()));
        assertThat(archive.resolveSibling("hub.backup.new")).doesNotExist();
    }
}
