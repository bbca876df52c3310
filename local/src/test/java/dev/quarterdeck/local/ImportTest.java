package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts from files into a hub and from a hub into files; no AWS is asked. */
class ImportTest {
    private static final String CONFIG = """
            [default]
            region = eu-west-1
            [profile anvil]
            sso_account_id = 111111111111
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_role_name = ReadOnly
            [profile bell]
            role_arn = arn:aws:iam::222222222222:role/reader
            source_profile = anvil
            [profile bell-admin]
            role_arn = arn:aws:iam::222222222222:role/admin
            source_profile = anvil
            """;

    @TempDir
    private Path home;

    private Cli cli;

    @BeforeEach
    void configure() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), CONFIG);
        cli = new Cli(home);
    }

    @Test
    void takesTheAccountsOfProfilesOnce() {
        Said rehearsed = cli.run("accounts", "import", "--from-aws-config", "--dry-run");
        assertThat(rehearsed.out()).contains("111111111111", "anvil", "added", "Nothing was changed");
        assertThat(rehearsed.err())
                .contains("profile 'bell-admin' is left out: another profile leads into account 222222222222 too")
                .contains("profile 'default' is left out: profile 'default' names no credentials");
        assertThat(accounts(cli)).isEmpty();

        assertThat(outcomes(cli.run("accounts", "import", "--from-aws-config", "--output", "json")))
                .containsExactly("added", "added");
        assertThat(outcomes(cli.run("accounts", "import", "--from-aws-config", "--output", "json")))
                .containsExactly("known", "known");
        assertThat(accounts(cli).stream()
                        .map(account -> account.object("connection").json().text()))
                .containsExactly(
                        "{\"kind\":\"profile\",\"profile\":\"anvil\"}", "{\"kind\":\"profile\",\"profile\":\"bell\"}");
    }

    @Test
    void exportsWhatImportsAgain() throws IOException {
        cli.run("accounts", "import", "--from-aws-config");
        cli.run(
                "accounts",
                "update",
                "anvil",
                "--owner",
                "ana",
                "--tag",
                "tier=1",
                "--console-url",
                "https://d.example");
        Path secret = Files.writeString(home.resolve("secret"), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n");
        Said keyed = cli.run(
                "accounts",
                "connect",
                "--name",
                "keyed",
                "--account",
                "333333333333",
                "--access-key-id",
                "AKIAIOSFODNN7EXAMPLE",
                "--secret-file",
                secret.toString());
        assertThat(keyed.code()).as(keyed.err()).isZero();
        Path file = home.resolve("accounts.json");

        Said exported = cli.run("accounts", "export", "--out", file.toString());

        assertThat(exported.err()).contains("333333333333 'keyed' is left out");
        assertThat(Files.readString(file)).doesNotContain("wJalr", "AKIA", "external_id");
        var other = new Cli(Files.createDirectory(home.resolve("other")));
        assertThat(outcomes(other.run("accounts", "import", "--file", file.toString(), "--output", "json")))
                .containsExactly("added", "added");
        assertThat(Fields.of((Json.Obj)
                                Json.parse(other.run("accounts", "export").out()))
                        .objects("accounts"))
                .extracting(account -> account.json().text())
                .isEqualTo(Fields.of((Json.Obj) Json.parse(Files.readString(file))).objects("accounts").stream()
                        .map(account -> account.json().text())
                        .toList());
    }

    @Test
    void saysWhichAccountOfAFileIsWrongAndTakesNone() throws IOException {
        Path file = Files.writeString(home.resolve("wrong.json"), """
                {"accounts": [
                  {"name": "a", "account_id": "111111111111", "connection": {"kind": "profile", "profile": "anvil"}},
                  {"name": "b", "account_id": "12", "connection": {"kind": "profile", "profile": "anvil"}}
                ]}
                """);

        Said said = cli.run("accounts", "import", "--file", file.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("/accounts/1/account_id must have the form");
        assertThat(accounts(cli)).isEmpty();
    }

    @Test
    void refusesANameThatIsTakenAndTakesTheRest() throws IOException {
        cli.run("accounts", "import", "--from-aws-config");
        Path file = Files.writeString(home.resolve("more.json"), """
                {"accounts": [
                  {"name": "Anvil", "account_id": "444444444444", "connection": {"kind": "profile", "profile": "x"}},
                  {"name": "cog", "account_id": "555555555555", "connection": {"kind": "profile", "profile": "y"}}
                ]}
                """);

        Said said = cli.run("accounts", "import", "--file", file.toString(), "--output", "json");

        assertThat(said.code()).isEqualTo(3);
        assertThat(outcomes(said)).containsExactly("refused", "added");
    }

    private static List<String> outcomes(Said said) {
        assertThat(said.out()).as(said.err()).isNotEmpty();
        return Fields.of((Json.Obj) Json.parse(said.out())).objects("items").stream()
                .map(item -> item.text("outcome"))
                .toList();
    }

    private static List<Fields> accounts(Cli cli) {
        return Fields.of((Json.Obj) Json.parse(
                        cli.run("accounts", "list", "--output", "json").out()))
                .objects("items");
    }
}
