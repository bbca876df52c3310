package dev.quarterdeck.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.credentials.KeySealing;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.identity.Argon2Hash;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.platform.local.vault.VaultKey;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes of accounts behind the shipped contract; an admin, and a viewer who sees one account of two. */
class AccountRoutesTest {
    private static final String SEEN = "/api/aws/accounts/" + Things.SEEN;
    private static final String HIDDEN = "/api/aws/accounts/" + Things.HIDDEN;

    @TempDir
    private Path folder;

    private SqliteTable table;
    private HttpEdge edge;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), Things.CLOCK);
        Path key = folder.resolve("vault.key");
        var vault = VaultFile.open(folder.resolve("vault"), key, Things.CLOCK);
        var sealing = KeySealing.of(VaultKey.at(key));
        var locks = new Hub.Locks(
                new Argon2Hash(new SecureRandom()),
                sealing,
                sealing.peppers(),
                () -> new SecretKeySpec(new byte[32], "AES"));
        var aws = new ShutAws();
        var people = new Things(table);
        var hub = new Hub(
                new Hub.Platform(table, vault, new AccountsHub.Aws(aws, aws, aws, aws), locks, Things.CLOCK),
                new Hub.Settings(new HubApi.Build("1", "c"), "test", SessionRules.DEFAULT));
        edge = hub.edge(new Hub.Front(
                new HttpEdge.Place(Origins.onLoopback(8080), Cookies.onLoopback(8080)), _ -> people, people, () -> ""));
        connect(Things.SEEN, "seen");
        connect(Things.HIDDEN, "hidden");
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void changesOnlyTheVersionThatWasReadAndTellsWhatChanged() {
        assertProblem(ask("admin", "PUT", SEEN, "{\"name\":\"seen\"}"), 400, "invalid");
        HttpResponse updated = ask("admin", "PUT", SEEN, "{\"name\":\"seen\",\"owner\":\"ana\"}", "If-Match", "\"v1\"");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.headers().one("ETag")).contains("\"v2\"");
        assertProblem(ask("admin", "PUT", SEEN, "{\"name\":\"seen\"}", "If-Match", "\"v1\""), 412, "stale");

        Fields change = body(ask("admin", "GET", SEEN + "/changes", ""))
                .objects("items")
                .getFirst();
        assertThat(change.text("action")).isEqualTo("account:update");
        assertThat(change.text("by")).isEqualTo("admin");
        assertThat(change.objects("fields"))
                .singleElement()
                .satisfies(
                        field -> assertThat(field.json().text()).isEqualTo("{\"path\":\"/owner\",\"after\":\"ana\"}"));
    }

    @Test
    void deletesOnlyWhatSomebodyHasLookedAtAndNamed() {
        HttpResponse impact = ask("admin", "GET", SEEN + "/impact", "");
        assertThat(body(impact).texts("stays_in_aws"))
                .containsExactly("role arn:aws:iam::111111111111:role/quarterdeck-read, or the stack that made it");
        String version = impact.headers().one("ETag").orElseThrow();

        assertProblem(ask("admin", "DELETE", SEEN + "?name=seen", ""), 400, "invalid");
        assertProblem(ask("admin", "DELETE", SEEN + "?name=other", "", "If-Match", version), 400, "invalid");
        assertThat(ask("admin", "DELETE", SEEN + "?name=seen", "", "If-Match", version)
                        .status())
                .isEqualTo(202);
        assertProblem(ask("admin", "POST", SEEN + "/validate", ""), 409, "conflict");
        assertThat(body(ask("admin", "POST", SEEN + "/undelete", "")).text("status"))
                .isEqualTo("pending");
        assertProblem(ask("admin", "POST", SEEN + "/undelete", ""), 409, "conflict");
        assertThat(body(ask("admin", "GET", "/api/aws/accounts/deleted", "")).objects("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cloudformation | application/json          | AWSTemplateFormatVersion
            terraform      | text/plain; charset=utf-8 | resource "aws_iam_role"
            commands       | text/plain; charset=utf-8 | aws iam create-role
            trust          | application/json          | arn:aws:iam::123456789012:role/quarterdeck-broker
            """)
    void tellsOwnersWhatToMake(String tool, String type, String says) {
        HttpResponse template = ask("viewer", "GET", SEEN + "/templates/" + tool, "");
        assertThat(template.headers().one("Content-Type")).contains(type);
        assertThat(template.body().text().orElseThrow()).contains(says);
    }

    @Test
    void addsActRolesAndRefusesToolsAndFamiliesThatAreNone() {
        assertThat(ask("admin", "GET", SEEN + "/templates/terraform?act=storage,network", "")
                        .body()
                        .text()
                        .orElseThrow())
                .contains("quarterdeck-act-storage", "quarterdeck-act-network", "quarterdeck-boundary");
        assertProblem(ask("admin", "GET", SEEN + "/templates/pulumi", ""), 400, "invalid");
        assertProblem(ask("admin", "GET", SEEN + "/templates/trust?act=everything", ""), 400, "invalid");
        assertProblem(
                ask("admin", "GET", SEEN + "/quick-create?region=eu-west-1&template_url=https://example.com/t", ""),
                400,
                "invalid");
        assertThat(body(ask(
                                "admin",
                                "GET",
                                SEEN + "/quick-create?region=eu-west-1&template_url=https://b.s3.amazonaws.com/t.json",
                                ""))
                        .text("link"))
                .startsWith("https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#");
    }

    @Test
    void revokesOneOrAllAndLetsInAgain() {
        assertThat(body(ask("admin", "POST", SEEN + "/revoke", ""))
                        .object("deny_older_sessions")
                        .json()
                        .text())
                .contains("aws:TokenIssueTime");
        assertProblem(ask("admin", "POST", SEEN + "/rotate", ""), 409, "conflict");
        assertThat(body(ask("admin", "POST", SEEN + "/restore", "")).text("status"))
                .isEqualTo("pending");

        assertThat(body(ask("admin", "POST", "/api/aws/accounts/revoke", "")).objects("items").stream()
                        .map(one -> one.text("account_id")))
                .containsExactlyInAnyOrder(Things.SEEN, Things.HIDDEN);
        assertThat(body(ask("admin", "GET", HIDDEN, "")).text("status")).isEqualTo("paused");
    }

    @Test
    void saysWhatARotationWaitsFor() {
        HttpResponse begun = ask("admin", "POST", SEEN + "/rotate", "");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(body(begun).text("waits_for")).contains("the trust policies of account 111111111111");
        assertThat(body(ask("admin", "GET", SEEN, "")).object("connection").has("next_external_id"))
                .isTrue();
        assertThat(body(ask("admin", "GET", SEEN + "/regions", "")).json().text())
                .isEqualTo("{\"account_id\":\"111111111111\",\"regions_enabled\":[]}");
    }

    private void connect(String id, String name) {
        String body = "{\"account_id\":\"%s\",\"name\":\"%s\",\"connection\":{\"kind\":\"role\"}}".formatted(id, name);
        assertThat(ask("admin", "POST", "/api/aws/accounts", body).status()).isEqualTo(201);
    }

    private HttpResponse ask(String who, String method, String target, String body, String... headers) {
        var all = Headers.of("Host", "127.0.0.1:8080", "X-Hub-Request", "1");
        if (!who.equals("nobody")) {
            all = all.with("Authorization", "Bearer " + who);
        }
        if (!body.isEmpty()) {
            all = all.with("Content-Type", "application/json");
        }
        all = Headers.of(headers).or(all);
        return edge.handle(new HttpRequest(method, target, all, Body.of(body), "127.0.0.1"));
    }

    private static Fields body(HttpResponse response) {
        return Fields.of((Json.Obj) Json.parse(response.body().text().orElseThrow()));
    }

    private static void assertProblem(HttpResponse response, int status, String code) {
        assertThat(response.status()).as(response.body().text().orElse("")).isEqualTo(status);
        assertThat(body(response).text("code")).isEqualTo(code);
    }
}
