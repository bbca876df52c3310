package dev.quarterdeck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.events.OutboxLanes;
import dev.quarterdeck.kernel.migrations.Migrations;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.Python;
import dev.quarterdeck.testkit.journey.AccountsJourney;
import dev.quarterdeck.testkit.journey.Cloud;
import dev.quarterdeck.testkit.journey.HttpHand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The hub's own life in an account: deployed as it is by the stock CDK command line, used, deployed again, removed. */
@EnabledIf(
        value = "toolsAreThere",
        disabledReason = "needs moto, MiniStack and infra-cdk/node_modules, all of which scripts/check installs")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentIT {
    private static final AccountId ACCOUNT = new AccountId("111122223333");

    @TempDir
    private static Path home;

    private static Cloud accounts;
    private static EmulatedAccount account;
    private static CdkCommand cdk;
    private static URI hub;

    static boolean toolsAreThere() {
        return Python.isThere() && MiniStack.isThere() && CdkCommand.isThere();
    }

    @BeforeAll
    static void deploy() throws IOException {
        accounts = new Cloud();
        accounts.asOwner(ACCOUNT, _ -> {}); // from then on AWS checks who asks
        account = new EmulatedAccount(accounts);
        cdk = account.cdk(home);
        Path outputs = home.resolve("outputs.json");
        cdk.run("bootstrap", "aws://%s/us-east-1".formatted(MiniStack.ACCOUNT));
        cdk.run("deploy", "--all", "--require-approval", "never", "--outputs-file", outputs.toString());
        hub = URI.create(new ObjectMapper()
                .readTree(outputs.toFile())
                .at("/%s/Url".formatted(Hub.API))
                .asText());
        // The emulator keeps time too: what the hub does by itself would come between the steps below.
        String rule = "{\"Name\": \"quarterdeck-upkeep\"}";
        account.ask("events", "AWSEvents.DisableRule", rule);
        assertThat(account.ask("events", "AWSEvents.DescribeRule", rule)
                        .path("State")
                        .asText())
                .isEqualTo("DISABLED");
        account.follow(false);
    }

    @AfterAll
    static void stop() {
        account.close();
        accounts.close();
    }

    @Test
    @Order(1)
    void answersThroughItsApi() {
        assertAnswer(account.get(hub, "/healthz"), 200, "{\"status\":\"ok\"}");
        assertThat(account.get(hub, "/api/version").body()).matches("\\{.*\"version\":\"[0-9][^\"]+\".*}");
        assertThat(account.get(hub, "/metrics").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void isReadyWhileItsTableAnswers() {
        assertAnswer(account.get(hub, "/readyz"), 200, "{\"status\":\"ok\"}");
    }

    @Test
    @Order(3)
    void answersForItsOwnNameOnly() {
        URI rebound = URI.create(hub.toString().replace("us-east-1.amazonaws.com", "evil.example"));

        assertThat(account.get(rebound, "/healthz").statusCode()).isEqualTo(421);
    }

    /** The one that a hub at home leads through too: there its user enters accounts, here the broker's function does. */
    @Test
    @Order(4)
    void leadsAnAccountFromTheSetupCodeToAProofAndBackAndScansIt() throws IOException, InterruptedException {
        String code =
                account.call("quarterdeck-setup:live", "{}").path("setup_code").asText();
        try (Doorstep doorstep = account.doorstep(hub)) {
            var ana = HttpHand.signUp(doorstep.address(), code, "ana", "correct horse battery staple");

            new AccountsJourney(ana, accounts, ACCOUNT, "proven").walk();
            new ScanDrill(account, accounts, ACCOUNT).run(ana, home);
        }
    }

    @Test
    @Order(5)
    void refusesTheBrokersSessionsWithinSecondsOfAnEmergency() {
        new RevocationDrill(account, accounts).run();
    }

    @Test
    @Order(6)
    void deliversItsEventsAndDoesWhatIsDue() {
        String upkeep = "quarterdeck-upkeep:live";
        leaveTheTableAsAnEarlierVersionDid();

        JsonNode first = account.call(upkeep, "{}");
        assertThat(first.path("schema_steps").asInt()).isEqualTo(1);
        assertThat(first.path("events_delivered").asInt()).isPositive();
        JsonNode second = account.call(upkeep, "{}");
        assertThat(second.path("schema_steps").asInt()).isZero();
        assertThat(second.path("events_delivered").asInt()).isZero();

        assertThat(account.table().query(Query.of("ROUNDS")).rows())
                .extracting(row -> row.key().sort())
                .containsExactly(
                        "access-log",
                        "daily-look",
                        "deletions",
                        "ended-sessions",
                        "facts-check",
                        "facts-pruning",
                        "organization",
                        "rotations",
                        "schedules");
    }

    /** An event waits in its one lane. */
    private static void leaveTheTableAsAnEarlierVersionDid() {
        var event = new DomainEvent("thing-1", "thing", 1, "thing.changed", Instant.now(), Json.Obj.EMPTY);
        account.table().write(List.of(Outbox.entry(event)));
        var migrations = new Migrations(account.table(), List.of(new OutboxLanes()));
        migrations.begin();
        assertThat(migrations.run(1)).isPresent();
    }

    @Test
    @Order(7)
    void changesNothingWhenItIsDeployedAgain() {
        assertThat(cdk.run("deploy", "--all", "--require-approval", "never").split("\\(no changes\\)", -1))
                .hasSize(1 + Synthesized.stacks().size());
    }

    @Test
    @Order(8)
    void leavesWhatItKeepsWhenItIsDestroyed() {
        cdk.run("destroy", "--all", "--force");

        assertThat(account.ask(
                                "dynamodb",
                                "DynamoDB_20120810.DescribeTable",
                                "{\"TableName\": \"%s\"}".formatted(DataStack.TABLE))
                        .at("/Table/TableStatus")
                        .asText())
                .isEqualTo("ACTIVE");
        assertThat(account.ask(
                                "secretsmanager",
                                "secretsmanager.DescribeSecret",
                                "{\"SecretId\": \"%s\"}".formatted(DataStack.SECRET))
                        .path("Name")
                        .asText())
                .isEqualTo(DataStack.SECRET);
        assertThat(account.get(hub, "/healthz").statusCode()).isEqualTo(404);
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
