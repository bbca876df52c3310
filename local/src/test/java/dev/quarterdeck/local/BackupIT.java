package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.audit.AuditExport;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.MotoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A hub at work is backed up, and goes on elsewhere: each step a process of its own, as people run them. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class BackupIT {
    private static final String PASSPHRASE = "correct horse battery";
    private static final String ACCOUNT = "123456789012";
    private static final String LATER = "111122223333";
    private static final String ACCOUNTS = "/api/aws/accounts";

    private Path folder;
    private Home here;
    private Home there;
    private Path backup;

    @BeforeEach
    void name(@TempDir Path temporary) throws Exception {
        folder = temporary;
        here = new Home(folder.resolve("here"));
        there = new Home(folder.resolve("there"));
        backup = folder.resolve("hub.backup");
        Files.writeString(passphraseFile(), PASSPHRASE + "\n");
    }

    private Path passphraseFile() {
        return folder.resolve("passphrase");
    }

    private Said run(Home home, String... words) throws Exception {
        return new Launch(folder)
                .with("QUARTERDECK_HOME", home.folder().toString())
                .run(words);
    }

    private Said withPassphrase(Home home, String command) throws Exception {
        return run(
                home,
                command,
                backup.toString(),
                "--passphrase-file",
                passphraseFile().toString());
    }

    @Test
    void aHubGoesOnOnAnotherMachine() throws Exception {
        try (var moto = MotoServer.start()) {
            try (ServedProcess served = serve(here, moto);
                    HubClient client = served.console()) {
                assertThat(client.post(ACCOUNTS, byKeys(ACCOUNT)).status()).isEqualTo(201);
                assertThat(withPassphrase(here, "backup").out())
                        .matches(
                                "\\S+hub.backup holds the hub as it was at \\S+: [0-9,]+ bytes in 3 files, and the closed key of its vault\\n");
                assertThat(client.post(ACCOUNTS, byKeys(LATER)).status()).isEqualTo(201);
                assertThat(withPassphrase(here, "restore").err()).contains(" is in use by another process (");
            }

            assertThat(withPassphrase(there, "restore").code()).isZero();

            try (ServedProcess served = serve(there, moto);
                    HubClient client = served.console()) {
                assertThat(client.get(ACCOUNTS).fields().objects("items"))
                        .extracting(account -> account.text("account_id"))
                        .containsExactly(ACCOUNT);
                Fields proof = client.post(ACCOUNTS + "/" + ACCOUNT + "/validate", Json.Obj.EMPTY)
                        .fields();
                assertThat(proof.objects("steps"))
                        .as("the secret in the vault opens the account")
                        .anySatisfy(step -> {
                            assertThat(step.text("step")).isEqualTo("enter");
                            assertThat(step.text("outcome")).isEqualTo("passed");
                        });
            }
            assertThat(run(there, "audit", "verify", audited(there).toString()).out())
                    .contains(" records are whole");
        }
    }

    private ServedProcess serve(Home home, MotoServer moto) throws Exception {
        var launch = new Launch(folder).with("AWS_ACCESS_KEY_ID", "test").with("AWS_SECRET_ACCESS_KEY", "test");
        return ServedProcess.start(
                launch, home, "--endpoint-url", moto.endpoint().toString());
    }

    private static Json.Obj byKeys(String account) {
        return new Members()
                .put("account_id", account)
                .put("name", "prod-" + account)
                .put("environment", "production")
                .put(
                        "connection",
                        new Members()
                                .put("kind", "keys")
                                .put("access_key_id", "AKIAIOSFODNN7EXAMPLE")
                                .put("secret_access_key", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
                .json();
    }

    private Path audited(Home home) throws Exception {
        var lines = new ArrayList<String>();
        try (var table = SqliteTable.open(home.table(), Clock.systemUTC())) {
            new AuditExport(table, Clock.systemUTC()).lines(lines::add);
        }
        return Files.write(folder.resolve("audit.ndjson"), lines);
    }

    @Test
    void thePassphraseIsAskedForWhereSomebodySitsAtATerminal() throws Exception {
        try (ServedProcess _ = ServedProcess.start(new Launch(folder), here)) {
            var typed = new ArrayList<>(List.of(PASSPHRASE, PASSPHRASE));
            Prompt person = _ -> Optional.of(Secret.of(typed.removeFirst()));
            var cli = new Cli(folder)
                    .with("QUARTERDECK_HOME", here.folder().toString())
                    .at(person);

            assertThat(cli.run("backup", backup.toString()).code()).isZero();
            assertThat(typed).isEmpty();

            typed.addAll(List.of(PASSPHRASE, PASSPHRASE + "?"));
            assertThat(cli.run("backup", backup + "2").err())
                    .isEqualTo("quarterdeck: the two passphrases differ: run the command again\n");
            typed.add("too short");
            assertThat(cli.run("backup", backup + "2").err())
                    .isEqualTo("quarterdeck: the passphrase is too short: give one of at least 15 characters\n");
        }
        assertThat(run(here, "backup", backup.toString()).err())
                .isEqualTo("quarterdeck: '%s' is there already: choose another name\n".formatted(backup));
        assertThat(run(here, "backup", backup + "2").err())
                .isEqualTo("quarterdeck: there is no terminal to ask on: give --passphrase-file the name of a file\n");
        assertThat(run(here, "backup", backup + "2", "--without-key").out()).endsWith("without the key of its vault\n");
    }
}
