package dev.quarterdeck.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.audit.AuditExport;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.client.Answer;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.OverHttp;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.local.hub.TestMeans;
import dev.quarterdeck.local.serve.Listening;
import dev.quarterdeck.local.serve.Serving;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.journey.Cloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The accounts journey over real HTTP, as far as the API goes: sign up, connect, see why the proof fails, mend, prove. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class ServedHubIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final String PATH = "/api/aws/accounts/" + ACCOUNT;
    private static Cloud cloud;

    @TempDir
    private Path home;

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void start() {
        cloud = new Cloud();
        cloud.asOwner(ACCOUNT, _ -> {}); // from then on AWS checks who asks
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void leadsFromTheCodeToAProvenAccountAndOutlivesARestart() {
        try (LocalHub hub = hub();
                Serving serving =
                        Serving.start(new Home(home), new Listening.Near(0), hub, line -> log.add(line.text()))) {
            HubClient client = client(serving, signUp(serving, hub.setupCode().orElseThrow()));
            Answer connected = client.post("/api/aws/accounts", role());
            assertThat(connected.status()).isEqualTo(201);
            assertThat(connected.tag()).contains("\"v1\"");

            Fields refused = client.post(PATH + "/validate", Json.Obj.EMPTY).fields();
            assertThat(refused.text("result")).isEqualTo("refused");
            Fields failed = step(refused, "enter");
            assertThat(failed.text("sentence")).isEqualTo("The hub cannot assume %s.".formatted(arn()));
            Json.Obj add = failed.object("add").json();

            cloud.asOwner(ACCOUNT, owner -> owner.readRole(add.text()));
            Fields accepted = client.post(PATH + "/validate", Json.Obj.EMPTY).fields();
            assertThat(accepted.text("result")).isEqualTo("accepted_with_debt");
            assertThat(step(accepted, "enter").text("outcome")).isEqualTo("passed");
            assertThat(client.get(PATH).fields().text("status")).isEqualTo("active");
            assertThat(client.get(PATH + "/health").fields().objects("items").stream()
                            .map(item -> item.text("health")))
                    .containsExactly("good", "broken");
        }
        try (LocalHub hub = hub();
                Serving serving =
                        Serving.start(new Home(home), new Listening.Near(0), hub, line -> log.add(line.text()))) {
            assertThat(hub.setupCode()).isEmpty();
            HubClient client = client(serving, signIn(serving, PASSWORD));
            assertThat(client.get("/api/aws/accounts").fields().objects("items"))
                    .singleElement()
                    .extracting(account -> account.text("account_id"))
                    .isEqualTo(ACCOUNT.value());
            assertThatThrownBy(() -> signIn(serving, "correct horse battery stapler"))
                    .hasMessageContaining("name, password or code is wrong");
        }
        assertThat(log).isNotEmpty().noneMatch(line -> line.contains(PASSWORD));
    }

    @Test
    void theConsoleOfTheWorkspaceNeedsNoPasswordAndNobodyElseGetsIn() {
        try (LocalHub hub = hub();
                Serving serving =
                        Serving.start(new Home(home), new Listening.Near(0), hub, line -> log.add(line.text()))) {
            assertThat(client(serving, hub.consoleToken())
                            .get("/api/me")
                            .fields()
                            .text("means"))
                    .isEqualTo("console");
            assertThatThrownBy(() -> client(serving, "console_00").get("/api/me"))
                    .hasMessageContaining("does not count");
            assertThat(Files.exists(new Home(home).serving())).isTrue();
        }
        assertThat(Files.exists(new Home(home).serving())).isFalse();
    }

    @Test
    void putsTheReadsOfItsLastMinutesOnRecordWhenItEnds() {
        try (LocalHub hub = hub();
                Serving serving =
                        Serving.start(new Home(home), new Listening.Near(0), hub, line -> log.add(line.text()))) {
            client(serving, hub.consoleToken()).get("/api/keys");
        }
        var records = new ArrayList<String>();
        try (var table = SqliteTable.open(new Home(home).table(), Clock.systemUTC())) {
            new AuditExport(table, Clock.systemUTC()).lines(records::add);
        }
        assertThat(records).anyMatch(record -> record.contains("\"key:read\"") && record.contains("\"console\""));
    }

    private LocalHub hub() {
        Clock clock = Clock.systemUTC();
        Map<String, String> env = cloud.personsEnvironment();
        var keyring = new Keyring(env, Profiles.read(env, home), cloud.api, clock);
        return LocalHub.open(
                new Home(home),
                new LocalHub.Surroundings(
                        new HubApi.Build("test", "test"),
                        new LocalHub.Aws(cloud.api, () -> cloud.types, keyring, TestMeans.plain()),
                        LocalHub.Rules.USUAL,
                        Optional.empty(),
                        clock));
    }

    private static HubClient client(Serving serving, String token) {
        return new HubClient(new OverHttp(serving.address(), Optional.of(token)));
    }

    private static String signUp(Serving serving, String code) {
        return token(serving, "/api/setup", typed(PASSWORD).put("setup_code", code));
    }

    private static String signIn(Serving serving, String password) {
        return token(serving, "/api/sessions", typed(password));
    }

    private static Members typed(String password) {
        return new Members().put("name", "ana").put("password", password).put("as", "token");
    }

    private static String token(Serving serving, String path, Members body) {
        try (var nobody = new HubClient(new OverHttp(serving.address(), Optional.empty()))) {
            return nobody.post(path, body.json()).fields().text("token");
        }
    }

    private static Json.Obj role() {
        return new Members()
                .put("name", "prod")
                .put("environment", "production")
                .put("connection", new Members().put("kind", "role").put("role_arn", arn()))
                .json();
    }

    private static String arn() {
        return "arn:aws:iam::%s:role/quarterdeck-read".formatted(ACCOUNT);
    }

    private static Fields step(Fields proof, String name) {
        return proof.objects("steps").stream()
                .filter(step -> step.text("step").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
