package dev.quarterdeck.functions.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.aws.broker.BrokerCodec;
import dev.quarterdeck.platform.aws.broker.Opened;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.RoleSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerHandlerTest {
    private static final AccountId ACCOUNT = new AccountId("222222222222");
    private static final RoleSession SESSION = new RoleSession(
            "arn:aws:iam::222222222222:role/quarterdeck-read",
            "quarterdeck-scan",
            Optional.of("an-external-id"),
            Optional.of("quarterdeck"),
            Duration.ofMinutes(15),
            new RoleSession.Scope(Optional.of("{}"), Map.of("plan", "7")));

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final StubSts sts = new StubSts();
    private SqliteTable table;

    @BeforeEach
    void open() {
        System.setProperty("aws.accessKeyId", "AKIABROKER");
        System.setProperty("aws.secretAccessKey", "secret");
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        table.close();
    }

    @Test
    void opensTheSessionThatIsAskedFor() throws IOException {
        assertThat(ask())
                .isEqualTo(new Opened.Session(
                        "ASIA1", "made secret", "made token", Instant.parse("2026-03-01T13:00:00Z")));

        assertThat(sts.asked())
                .extracting(Call::input)
                .asString()
                .contains(
                        "RoleArn=" + SESSION.roleArn(),
                        "RoleSessionName=quarterdeck-scan",
                        "ExternalId=an-external-id",
                        "SourceIdentity=quarterdeck",
                        "DurationSeconds=900",
                        "Policy={}");
    }

    @Test
    void asksAwsNothingAboutARevokedAccount() throws IOException {
        table.write(Revocations.revoke(new Stop(Optional.of(ACCOUNT), clock.instant(), "leaked key")));

        assertThat(ask()).isEqualTo(refused("the hub's access is revoked since 2026-03-01T12:00:00Z: leaked key"));
        assertThat(sts.asked()).isEmpty();
    }

    @Test
    void opensTheRevokerOfARevokedAccountOnlyToEndSessions() throws IOException {
        table.write(Revocations.revoke(new Stop(Optional.of(ACCOUNT), clock.instant(), "leaked key")));

        assertThat(ask("quarterdeck-revoke")).isInstanceOf(Opened.Session.class);
        assertThat(sts.asked())
                .singleElement()
                .satisfies(call -> assertThat(call.input())
                        .extracting("Policy")
                        .isEqualTo(
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"EndSessionsOnly\",\"Effect\":\"Allow\","
                                        + "\"Action\":[\"iam:PutRolePolicy\"],\"Resource\":[\"*\"]}]}"));
        assertThat(ask("quarterdeck-revoke-not")).isInstanceOf(Opened.Refused.class);
    }

    @Test
    void refusesEveryAccountWhileAllAreRevokedAndNoneAfterwards() throws IOException {
        table.write(Revocations.revoke(new Stop(Optional.empty(), clock.instant(), "drill")));
        assertThat(ask()).isEqualTo(refused("the hub's access is revoked since 2026-03-01T12:00:00Z: drill"));

        table.write(Revocations.lift(Optional.empty()));
        assertThat(ask()).isInstanceOf(Opened.Session.class);
    }

    @Test
    void passesOnWhatAwsSays() throws IOException {
        sts.fail(new Answer.Denied("sts:AssumeRole", "User is not authorized"));

        assertThat(ask()).isEqualTo(new Opened.Refused(new Answer.Denied("sts:AssumeRole", "User is not authorized")));
    }

    @Test
    @Tag("A08")
    void neverOpensASessionWithoutThePolicyThatNarrowsIt() throws IOException {
        String tooLong = BrokerCodec.question(SESSION).text().replace("\"{}\"", "\"" + "x".repeat(2_049) + "\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handle(tooLong, new ByteArrayOutputStream()))
                .withMessage("a session policy has at most 2048 characters, not 2049");
        assertThat(sts.asked()).isEmpty();

        sts.fail(new Answer.Failed("PackedPolicyTooLarge", "Packed size is 102%"));
        assertThat(ask())
                .isEqualTo(new Opened.Refused(new Answer.Failed("PackedPolicyTooLarge", "Packed size is 102%")));
        assertThat(sts.asked())
                .singleElement()
                .satisfies(call -> assertThat(call.input()).extracting("Policy").isEqualTo("{}"));
    }

    @ParameterizedTest
    @Tag("A05")
    @ValueSource(
            strings = {
                "arn:aws-moon:iam::222222222222:role/quarterdeck-read",
                "arn:aws:iam::２２２２２２２２２２２２:role/quarterdeck-read",
                "arn:aws:iam::222222222222:role/../quarterdeck-read",
                "arn:aws:iam::222222222222:role/quarterdeck-read\\n",
                "arn:aws:iam::222222222222:user/quarterdeck-read",
                "arn:aws:sts::222222222222:assumed-role/quarterdeck-read/x"
            })
    void asksForNothingButARole(String arn) {
        String question = BrokerCodec.question(SESSION).text().replace(SESSION.roleArn(), arn);

        assertThatIllegalArgumentException().isThrownBy(() -> handle(question, new ByteArrayOutputStream()));
        assertThat(sts.asked()).isEmpty();
    }

    @Test
    void takesNothingButAQuestion() {
        assertThatIllegalArgumentException().isThrownBy(() -> handle("[]", new ByteArrayOutputStream()));
        assertThatIllegalArgumentException().isThrownBy(() -> handle("{}", new ByteArrayOutputStream()));
    }

    @Test
    void saysWhatItsEnvironmentLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerConfig.from(Map.of("HUB_TABLE", "hub")))
                .withMessage("AWS_REGION is not set");
    }

    private Opened ask() throws IOException {
        return ask("quarterdeck-read");
    }

    private Opened ask(String role) throws IOException {
        var answer = new ByteArrayOutputStream();
        handle(BrokerCodec.question(SESSION).text().replace("quarterdeck-read", role), answer);
        return BrokerCodec.answer((Json.Obj) Json.parse(answer.toString(UTF_8)));
    }

    @SuppressWarnings("NullAway") // the handler asks its context nothing
    private void handle(String question, ByteArrayOutputStream answer) throws IOException {
        var handler = new BrokerHandler(DaggerBrokerComponent.factory()
                .create(new BrokerConfig("hub", "us-east-1"), new Platform(table, sts, clock))
                .counter());
        handler.handleRequest(new ByteArrayInputStream(question.getBytes(UTF_8)), answer, null);
    }

    private static Opened refused(String why) {
        return new Opened.Refused(new Answer.Denied("quarterdeck:EnterAccount", why));
    }
}
