package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.platform.local.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with the folder of a hub: a process says it in one sentence, and what was there is there after. */
class WorkspaceTroubleIT {
    private static final String ACCOUNTS = "/api/aws/accounts";

    private Path user;
    private Home home;

    @BeforeEach
    void name(@TempDir Path folder) {
        user = folder;
        home = new Home(folder.resolve("hub"));
    }

    private ServedProcess serve() throws Exception {
        return ServedProcess.start(new Launch(user), home);
    }

    private Said serveAndEnd() throws Exception {
        return new Launch(user)
                .with("QUARTERDECK_HOME", home.folder().toString())
                .run("serve", "--port", "0");
    }

    /** A hub with one account in it. */
    private void fill() throws Exception {
        try (ServedProcess served = serve();
                HubClient client = served.console()) {
            assertThat(client.post(ACCOUNTS, account(1)).status()).isEqualTo(201);
        }
    }

    private static Json.Obj account(int number) {
        return new Members()
                .put("account_id", "%012d".formatted(number))
                .put("name", "account-" + number)
                .put("environment", "sandbox")
                .put("connection", new Members().put("kind", "profile").put("profile", "nobody"))
                .json();
    }

    private static Set<String> names(HubClient client) {
        var names = new HashSet<String>();
        client.get(ACCOUNTS).fields().objects("items").forEach(item -> names.add(item.text("name")));
        return names;
    }

    private void assertRefused(String sentence) throws Exception {
        byte[] before = Files.readAllBytes(home.table());
        assertThat(serveAndEnd()).isEqualTo(new Said(2, "", "quarterdeck: " + sentence.formatted(home.table()) + "\n"));
        assertThat(Files.readAllBytes(home.table())).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        Files.createDirectories(home.folder());
        Files.writeString(home.table(), "shopping list: ".repeat(1000));
        assertRefused("'%s' is not a store of Quarterdeck, or its beginning is damaged.");
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        Files.createDirectories(home.folder());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.table());
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE theirs (a)");
        }
        assertRefused("'%s' is a database of another program.");
    }

    @Test
    void aDamagedStoreIsPutRightByItsBackup() throws Exception {
        fill();
        var launch = new Launch(user).with("QUARTERDECK_HOME", home.folder().toString());
        String backup = user.resolve("hub.backup").toString();
        assertThat(launch.run("backup", backup, "--without-key").code()).isZero();
        try (var file = new RandomAccessFile(home.table().toFile(), "rw")) {
            file.seek(4096);
            file.write("nonsense".repeat(300).getBytes(UTF_8));
        }
        Files.deleteIfExists(home.table().resolveSibling("hub.db-wal"));
        assertRefused("The store '%s' is damaged: put back a backup with 'quarterdeck restore FILE'.");

        assertThat(launch.run("restore", backup).code()).isZero();
        try (ServedProcess served = serve();
                HubClient client = served.console()) {
            assertThat(names(client)).containsExactly("account-1");
        }
    }

    @Test
    void aSecondProcessLeavesTheFirstAlone() throws Exception {
        try (ServedProcess served = serve();
                HubClient client = served.console()) {
            assertThat(serveAndEnd())
                    .isEqualTo(new Said(
                            2,
                            "",
                            "quarterdeck: The store '%s' is in use by another process (%d): stop that one first.\n"
                                    .formatted(home.table(), served.pid())));
            assertThat(client.post(ACCOUNTS, account(1)).status()).isEqualTo(201);
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        try (Mount mount = Mount.of(home.folder(), "4m")) {
            fill();
            mount.readOnly();
            assertThat(serveAndEnd())
                    .isEqualTo(new Said(
                            2,
                            "",
                            "quarterdeck: The folder of the store '%s' cannot be written: Read-only file system.\n"
                                    .formatted(home.table())));
        }
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        try (Mount _ = Mount.of(home.folder(), "2m")) {
            int known = 0;
            try (ServedProcess served = serve();
                    HubClient client = served.console()) {
                Path ballast = Files.write(home.folder().resolve("ballast"), new byte[256 * 1024]);
                String refused = "";
                while (refused.isEmpty()) {
                    try {
                        client.post(ACCOUNTS, account(known + 1));
                        known++;
                    } catch (Refusal e) {
                        refused = e.sentence();
                    }
                }
                assertThat(refused)
                        .contains("The disk of '%s' is full: nothing was written; free some space and try again."
                                .formatted(home.table()));
                assertThat(client.get(ACCOUNTS + "?limit=1").status())
                        .as("what is there can be read")
                        .isEqualTo(200);

                Files.delete(ballast);
                assertThat(client.post(ACCOUNTS, account(known + 1)).status()).isEqualTo(201);
                known++;
            }
            try (ServedProcess served = serve();
                    HubClient client = served.console()) {
                for (int number = 1; number <= known; number++) {
                    assertThat(client.get("%s/%012d".formatted(ACCOUNTS, number))
                                    .status())
                            .isEqualTo(200);
                }
                int absent = known + 1;
                assertThatThrownBy(() -> client.get("%s/%012d".formatted(ACCOUNTS, absent)))
                        .hasMessageContaining("does not exist");
            }
        }
    }

    /** A small file system of its own, which only root can make; without it the test skips itself by name. */
    private record Mount(Path folder) implements AutoCloseable {
        static Mount of(Path folder, String size) throws IOException {
            Files.createDirectories(folder);
            assumeTrue(
                    succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
                    "no file system can be mounted by this user");
            return new Mount(folder);
        }

        void readOnly() {
            assertThat(succeeds("mount", "-o", "remount,ro", folder.toString())).isTrue();
        }

        private static boolean succeeds(String... command) {
            try {
                return new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .onExit()
                                .join()
                                .exitValue()
                        == 0;
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() {
            assertThat(succeeds("umount", folder.toString())).isTrue();
        }
    }
}
