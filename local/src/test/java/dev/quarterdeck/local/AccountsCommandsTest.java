package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.credentials.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts from the command line, on the hub of a workspace that nobody serves. */
class AccountsCommandsTest {
    private static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY01";

    @TempDir
    private Path home;

    @Test
    void tellsTheSecretOfAKeyAndThatItWasTold() {
        run(
                "accounts",
                "connect",
                "--name",
                "old",
                "--account",
                "111122223333",
                "--access-key-id",
                "AKIAQUARTERDECK12345");
        profile("prod");

        assertThat(run("accounts", "reveal", "old").out()).contains("AKIAQUARTERDECK12345", SECRET);
        assertThat(run("accounts", "reveal", "prod").err()).contains("is not entered by an access key");
        assertThat(run("accounts", "show", "old", "--output", "json").out()).doesNotContain(SECRET);
        assertThat(run("audit", "list").out()).contains("credential:reveal").doesNotContain(SECRET);
    }

    @Test
    void showsWhoChangedWhichField() {
        profile("prod");
        run("accounts", "update", "prod", "--owner", "payments", "--tag", "tier=1");

        assertThat(run("accounts", "show", "prod", "--history").out().lines())
                .anyMatch(line -> line.matches("20.* +console +account:update +owner +payments *"))
                .anyMatch(line -> line.matches("20.* +console +account:update +tags/tier +1 *"));
        run("accounts", "update", "prod", "--owner", "billing");
        assertThat(run("accounts", "show", "prod", "--history").out().lines())
                .anyMatch(line -> line.matches("20.* +owner +payments +billing *"));
    }

    @Test
    void agentsStayStoppedUntilSomebodyLetsThemGoOn() {
        profile("prod");
        assertThat(run("accounts", "show", "prod").out()).containsPattern("agents +may act");
        run("accounts", "revoke", "--all");
        run("accounts", "restore", "prod");

        assertThat(run("accounts", "show", "prod").out()).containsPattern("agents +stopped everywhere since 20");
        assertThat(run("accounts", "restore").err()).contains("give an account, or --agents");
        assertThat(run("accounts", "restore", "--agents").out()).containsPattern("agents +may act");
        assertThat(run("accounts", "show", "prod").out()).containsPattern("agents +may act");
    }

    private void profile(String name) {
        Said connected = run("accounts", "connect", "--name", name, "--account", "444455556666", "--profile", name);
        assertThat(connected.code()).as(connected.err()).isZero();
    }

    private Said run(String... words) {
        return new Cli(home)
                .with("QUARTERDECK_HOME", home.resolve("hub").toString())
                .at(_ -> Optional.of(Secret.of(SECRET)))
                .run(words);
    }
}
