package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, keys and the record from the command line, on the hub of a workspace that nobody serves. */
class PeopleCommandsTest {
    @TempDir
    private Path home;

    @Test
    void somebodyIsInvitedGivenRightsAndExplained() {
        assertThat(run("users", "invite", "Ben").out()).containsPattern("code +[a-z2-7]{4}-");
        assertThat(run("users", "invite", "ben").err()).contains("by the name 'ben'");
        assertThat(run("users", "grant", "Ben", "viewer").err()).contains("--everywhere");
        assertThat(run("users", "grant", "Ben", "viewer", "--everywhere", "--team", "x")
                        .err())
                .contains("--everywhere and --team contradict each other");
        assertThat(run("users", "grant", "Bem", "viewer", "--everywhere").err()).contains("did you mean 'Ben'?");
        assertThat(run("users", "grant", "Ben", "viewer", "--everywhere").out()).contains("ben-viewer");
        assertThat(run("users", "list").out()).contains("ben-viewer (viewer, everywhere)");

        assertThat(run("users", "explain", "Ben", "account:read").out()).contains("ALLOWED", "binding:ben-viewer");
        assertThat(run("users", "ungrant", "ben-viewer").code()).isZero();
        assertThat(run("users", "explain", "Ben", "account:read").out()).contains("DENIED", "no-binding");
        assertThat(run("users", "explain", "Ben", "account:eat").err()).contains("account:eat");
    }

    @Test
    void codesAreNotGivenTwiceAndOthersComeAgain() {
        String first = code(run("users", "invite", "Ben", "--output", "json"));
        String second = code(run("users", "invite", "Ben", "--again", "--output", "json"));

        assertThat(first).isNotEqualTo(second);
        assertThat(run("users", "disable", "ben").out()).contains("disabled");
        assertThat(run("users", "enable", "ben").out()).contains("enabled");
        assertThat(run("users", "sign-out", "ben").out()).contains("Signed out everywhere");
    }

    @Test
    void keysActForPeopleNotForTheConsole() {
        assertThat(run("keys", "list").code()).isZero();
        Said refused = run("keys", "mint", "ci", "--permission", "account:read");

        assertThat(refused.err()).contains("a key acts for a person: sign in as yourself to make one");
        assertThat(refused.code()).isEqualTo(2);
    }

    @Test
    void theRecordIsTakenAwayAndVerified() throws Exception {
        run("users", "invite", "Ben");
        assertThat(run("audit", "list").out()).contains("user.invite", "console");
        String file = home.resolve("audit.ndjson").toString();
        String checkpoint = home.resolve("checkpoint.json").toString();

        assertThat(run("audit", "export", file, "--checkpoint", checkpoint).out())
                .contains("records in");
        assertThat(run("audit", "verify", file, "--checkpoint", checkpoint).out())
                .contains("records are whole and reach the checkpoint");
        assertThat(run("audit", "export", file).err()).contains("is there already");
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("user.invite", "user.forget"));
        assertThat(run("audit", "verify", file).code()).isEqualTo(3);
        assertThat(run("audit", "list", "--day", "x", "--user", "ben").err()).contains("give one of them");
    }

    private static String code(Said said) {
        return Fields.of((Json.Obj) Json.parse(said.out())).text("invitation_code");
    }

    private Said run(String... words) {
        return new Cli(home)
                .with("QUARTERDECK_HOME", home.resolve("hub").toString())
                .run(words);
    }
}
