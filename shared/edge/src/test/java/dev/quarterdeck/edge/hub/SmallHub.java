package dev.quarterdeck.edge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.credentials.EnvelopeKey;
import dev.quarterdeck.credentials.KeySealing;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Origins;
import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.edge.inventory.ScanHub;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.PlainHash;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A whole hub on a folder, behind its edge, with passwords that cost nothing and no way to AWS. */
final class SmallHub implements AutoCloseable {
    static final String PASSWORD = "eleven purple wagons";
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    final SqliteTable table;
    private final Hub hub;
    private final HttpEdge edge;

    SmallHub(Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        var vault = VaultFile.open(folder.resolve("vault.json"), folder.resolve("vault.key"), clock);
        var sealing = KeySealing.of(EnvelopeKey.random());
        var locks = new Hub.Locks(new PlainHash(), sealing, sealing.peppers(), () -> KEY);
        var shut = new ShutAws();
        hub = new Hub(
                new Hub.Platform(
                        table,
                        new InventoryHub.Ground(
                                Facts.NONE,
                                () -> Meaning.PLAIN,
                                Publishing.NONE,
                                Optional.of(EmptyInventory.filing(FolderObjects.open(folder.resolve("objects")))),
                                Optional.empty(),
                                ScanHub.Ground.NONE),
                        vault,
                        new AccountsHub.Aws(shut, shut, shut, shut, shut),
                        locks,
                        clock),
                new Hub.Settings(new HubApi.Build("1", "test"), "test", SessionRules.DEFAULT));
        edge = hub.edge(new Hub.Front(
                new HttpEdge.Place(Origins.onLoopback(8080), Cookies.onLoopback(8080)),
                UnaryOperator.identity(),
                new Silent(),
                () -> "metrics",
                Optional.empty()));
    }

    /** The first administrator's token. */
    String admin() {
        return token(post(
                        "",
                        "/api/setup",
                        typed("Ana").put("setup_code", hub.setupCode().orElseThrow()))
                .object());
    }

    /** Somebody invited by the administrator: their id. */
    Fields invite(String admin, String name) {
        return Fields.of(
                post(admin, "/api/users", new Members().put("name", name)).object());
    }

    String join(Fields invited) {
        var joining = typed(invited.text("name")).put("invitation_code", invited.text("invitation_code"));
        return token(post("", "/api/join", joining).object());
    }

    Said get(String token, String path) {
        return ask(token, "GET", path, Optional.empty());
    }

    Said post(String token, String path, Members body) {
        return ask(token, "POST", path, Optional.of(body.json()));
    }

    Said ask(String token, String method, String path, Optional<Json> body, String... more) {
        HttpResponse response = send(token, method, path, body, more);
        return new Said(response.status(), response.body().text().orElse(""));
    }

    /** The same with the answer as it is. */
    HttpResponse send(String token, String method, String path, Optional<Json> body, String... more) {
        Headers headers = Headers.of("Host", "127.0.0.1:8080").with("X-Hub-Request", "1");
        headers = token.isEmpty() ? headers : headers.with("Authorization", "Bearer " + token);
        headers = body.isEmpty() ? headers : headers.with("Content-Type", "application/json");
        for (int i = 0; i < more.length; i += 2) {
            headers = headers.with(more[i], more[i + 1]);
        }
        return edge.handle(new HttpRequest(
                method, path, headers, body.map(json -> Body.of(json.text())).orElse(Body.EMPTY), "192.0.2.7"));
    }

    /** What the hub said. */
    record Said(int status, String text) {
        Json.Obj object() {
            assertThat(status).as(text).isBetween(200, 299);
            return (Json.Obj) Json.parse(text);
        }

        List<Fields> items() {
            return Fields.of(object()).objects("items");
        }
    }

    static Members typed(String name) {
        return new Members().put("name", name).put("password", PASSWORD).put("as", "token");
    }

    private static String token(Json.Obj opened) {
        return Fields.of(opened).text("token");
    }

    @Override
    public void close() {
        hub.recordReads();
        table.close();
    }

    private static final class Silent implements Telemetry {
        @Override
        public void log(Json.Obj line) {}

        @Override
        public void served(String operation, int status, Duration took) {}
    }
}
