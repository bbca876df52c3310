package dev.quarterdeck.functions.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quarterdeck.credentials.EnvelopeKey;
import dev.quarterdeck.credentials.KeySealing;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.functions.cloud.Turn;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.events.OutboxLanes;
import dev.quarterdeck.kernel.migrations.Migrations;
import dev.quarterdeck.platform.local.identity.Argon2Hash;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiHandlerTest {
    private static final HubConfig CONFIG = HubConfig.from(Map.of(
            "HUB_TABLE", "hub",
            "HUB_FACTS", "hub-facts",
            "HUB_SECRET", "hub/secret",
            "HUB_KEY", "alias/hub",
            "HUB_WORKFLOWS", "arn:aws:states:us-east-1:123456789012:stateMachine:quarterdeck-",
            "HUB_BROKER", "broker",
            "HUB_BROKER_ROLE", "arn:aws:iam::123456789012:role/quarterdeck-broker",
            "HUB_HOST", "hub.example.com",
            "AWS_REGION", "us-east-1"));

    @TempDir
    private Path folder;

    private SqliteTable table;
    private Hub.Platform platform;
    private Turn turn;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), Clock.systemUTC());
        platform = platform();
        turn = Turn.on(CONFIG, platform);
    }

    private Hub.Platform platform() {
        Clock clock = Clock.systemUTC();
        var nowhere = new ShutAws();
        var key = EnvelopeKey.random();
        var sealing = KeySealing.of(key);
        return new Hub.Platform(
                table,
                InventoryHub.Ground.NONE,
                VaultFile.open(folder.resolve("vault"), folder.resolve("vault.key"), clock),
                new AccountsHub.Aws(nowhere, nowhere, nowhere, nowhere, nowhere),
                new Hub.Locks(
                        new Argon2Hash(new SecureRandom()),
                        sealing,
                        sealing.peppers(),
                        () -> new SecretKeySpec(key.reveal(), "AES")),
                clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void answersAnEventOfTheGateway() {
        APIGatewayV2HTTPResponse answer = ask("GET", "/readyz");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/json");
    }

    @Test
    void tellsNobodyItsFiguresWhoMayNotReadThem() {
        assertThat(ask("GET", "/metrics").getStatusCode()).isEqualTo(401);
    }

    @Test
    void isReadyForASnapshotWithoutATable() {
        table.close();

        turn.beforeCheckpoint(Core.getGlobalContext());

        assertThat(ask("GET", "/healthz").getStatusCode()).isEqualTo(200);
    }

    /** A tick may last longer than the minute after which the next one comes. */
    @Test
    @SuppressWarnings("NullAway") // the handler asks its context nothing
    void bringsATableOfAnEarlierVersionToThisOneHoweverManyTicksComeAtOnce() {
        var migrations = new Migrations(table, List.of(new OutboxLanes()));
        migrations.begin();
        for (int i = 0; i < 130; i++) {
            var event = new DomainEvent("e" + i, "thing-" + i, 1, "thing.changed", Instant.EPOCH, Json.Obj.EMPTY);
            table.write(List.of(Outbox.entry(event)));
        }
        assertThat(migrations.run(1)).isPresent();
        assertThat(migrations.current()).isEqualTo(1);

        var upkeep = new UpkeepHandler(platform);
        var ticks = Stream.generate(() -> CompletableFuture.supplyAsync(() -> upkeep.handleRequest(Map.of(), null)))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(migrations.current()).isEqualTo(2);
        assertThat(migrations.underway()).isFalse();
        assertThat(ticks.stream()
                        .mapToInt(done -> done.getOrDefault("schema_steps", 0))
                        .sum())
                .isPositive();
        assertThat(ticks.stream()
                        .mapToInt(done -> done.getOrDefault("events_delivered", 0))
                        .sum())
                .isGreaterThanOrEqualTo(130);
        assertThat(upkeep.handleRequest(Map.of(), null)).isEqualTo(Map.of("schema_steps", 0, "events_delivered", 0));
    }

    @Test
    void saysWhatItsEnvironmentLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HubConfig.from(Map.of("HUB_TABLE", "hub", "HUB_FACTS", "hub-facts", "HUB_SECRET", " ")))
                .withMessage("HUB_SECRET is not set");
    }

    @Test
    @SuppressWarnings("NullAway") // the handler asks its context nothing
    void givesTheSetupCodeUntilItIsUsed() {
        var setup = new SetupHandler(platform);
        String code = setup.handleRequest(Map.of(), null).get("setup_code");

        assertThat(signUp("wrong").getStatusCode()).isEqualTo(401);
        assertThat(signUp(code).getStatusCode()).isEqualTo(201);
        assertThat(setup.handleRequest(Map.of(), null)).containsOnlyKeys("message");
    }

    private APIGatewayV2HTTPResponse signUp(String code) {
        return ask("POST", "/api/setup", """
                {"setup_code": "%s", "name": "ana", "password": "correct horse battery staple", "as": "token"}""".formatted(code));
    }

    private APIGatewayV2HTTPResponse ask(String method, String path) {
        return ask(method, path, "");
    }

    @SuppressWarnings("NullAway") // the handler asks its context nothing
    private APIGatewayV2HTTPResponse ask(String method, String path, String body) {
        var http = RequestContext.Http.builder()
                .withMethod(method)
                .withPath(path)
                .withSourceIp("192.0.2.7")
                .build();
        var event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withHeaders(Map.of("host", CONFIG.host(), "content-type", "application/json", "x-hub-request", "1"))
                .withBody(body.isEmpty() ? null : body)
                .withRequestContext(RequestContext.builder().withHttp(http).build())
                .build();
        return new ApiHandler(turn).handleRequest(event, null);
    }
}
