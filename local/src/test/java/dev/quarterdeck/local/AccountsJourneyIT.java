package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.testkit.journey.AccountsJourney;
import dev.quarterdeck.testkit.journey.Cloud;
import dev.quarterdeck.testkit.journey.HttpHand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The accounts journey against a hub that is served by a process of its own: by the command line, and over HTTP. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsJourneyIT {
    private static final String NAME = "ana";
    private static final String PASSWORD = "correct horse battery staple";
    /** At home there is no broker: that is a debt, and the only one. */
    private static final String GOOD = "accepted_with_debt";

    @TempDir
    private static Path home;

    private static Cloud cloud;
    private static Process server;
    private static URI hub;
    private static String setupCode;

    @BeforeAll
    static void serve() throws IOException {
        cloud = new Cloud();
        cloud.asOwner(new AccountId("999988887777"), _ -> {}); // from then on AWS checks who asks
        var launch = new Launch(home).with("AWS_ENDPOINT_URL", cloud.endpoint());
        cloud.personsEnvironment().forEach(launch::with);
        server = launch.start("serve", "--port", "0");
        BufferedReader said = server.inputReader();
        hub = URI.create(last(said.readLine()));
        setupCode = last(said.readLine());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(Launch.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        cloud.close();
    }

    @Test
    @Order(1)
    void byTheCommandLine() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path password = Files.writeString(elsewhere.resolve("password"), PASSWORD + "\n");
        var cli = new Cli(elsewhere);
        assertThat(cli.run("accounts", "list", "--hub", hub.toString()).err())
                .contains("run 'quarterdeck login %s'".formatted(hub));
        assertThat(cli.run(
                        "login",
                        hub.toString(),
                        "--name",
                        NAME,
                        "--setup-code",
                        setupCode,
                        "--password-file",
                        password.toString()))
                .satisfies(said ->
                        assertThat(said.out() + said.err()).startsWith("Signed in at %s as ana until ".formatted(hub)));

        new AccountsJourney(new CliHand(cli, Optional.of(hub)), cloud, new AccountId("111122223333"), GOOD).walk();

        assertThat(cli.run("accounts", "list", "--hub", hub.toString()).out())
                .contains("111122223333", "active", "good");
        assertThat(cli.run("logout", hub.toString()).out()).isEqualTo("Signed out at %s\n".formatted(hub));
        assertThat(cli.run("accounts", "list", "--hub", hub.toString()).code()).isEqualTo(4);
    }

    @Test
    @Order(2)
    void overHttp() {
        var hand = HttpHand.signIn(hub, NAME, PASSWORD);

        new AccountsJourney(hand, cloud, new AccountId("444455556666"), GOOD).walk();
    }

    @Test
    @Order(3)
    void onThisMachineWithoutALogin() {
        Said said = new Cli(home).run("accounts", "show", "JOURNEY 111122223333", "--output", "json");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(((Json.Obj) Json.parse(said.out())).get("owner")).contains(Json.of("payments"));
        assertThat(new Cli(home).run("login").out())
                .isEqualTo(
                        "The hub of this workspace at %s knows you as 'console': no login is needed\n".formatted(hub));
    }

    @Test
    void inOneProcessWhereNobodyServes() throws IOException {
        var cli = new Cli(Files.createDirectory(home.resolve("alone"))).with("AWS_ENDPOINT_URL", cloud.endpoint());
        cloud.personsEnvironment().forEach(cli::with);

        new AccountsJourney(new CliHand(cli, Optional.empty()), cloud, new AccountId("777788889999"), GOOD).walk();
    }

    @Test
    void aProfileOpensItsAccountForSomebodyWhoHasNothingElse() throws IOException {
        Path own = Files.createDirectories(home.resolve("profiles"));
        Files.createDirectory(own.resolve(".aws"));
        var key = cloud.personsEnvironment();
        Files.writeString(own.resolve(".aws/credentials"), """
                [anvil]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """.formatted(
                        key.get("AWS_ACCESS_KEY_ID"), key.get("AWS_SECRET_ACCESS_KEY")));
        var cli = new Cli(own).with("AWS_ENDPOINT_URL", cloud.endpoint());

        assertThat(cli.run("accounts", "import", "--from-aws-config").out()).contains(Cloud.HUB, "anvil", "added");
        Said proof = cli.run("accounts", "validate", "anvil");
        assertThat(proof.out() + proof.err()).contains("It is accepted with debt", "connect by a role");
    }

    private static String last(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
