package dev.quarterdeck.edge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes of accounts behind the shipped contract; an admin, and a viewer who sees one account of two. */
class AccountsTest {
    private static final String SEEN_ID = "111111111111";
    private static final String HIDDEN_ID = "222222222222";
    private static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY01";
    private static final String SEEN = "/api/aws/accounts/" + SEEN_ID;
    private static final String HIDDEN = "/api/aws/accounts/" + HIDDEN_ID;

    @TempDir
    private Path folder;

    private SmallHub hub;
    private String admin = "";
    private String viewer = "";

    @BeforeEach
    void open() {
        hub = new SmallHub(folder);
        admin = hub.admin();
        Fields invited = hub.invite(admin, "Ben");
        Members binding = new Members()
                .put("subject", new Members().put("iss", invited.text("iss")).put("sub", invited.text("sub")))
                .put("role_id", "viewer")
                .put("scope", new Members().put("accounts", List.of(SEEN_ID)));
        hub.ask(admin, "PUT", "/api/bindings/ben", Optional.of(binding.json())).object();
        viewer = hub.join(invited);
        connect(SEEN_ID, "seen");
        connect(HIDDEN_ID, "hidden");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void changesOnlyTheVersionThatWasReadAndTellsWhatChanged() {
        assertProblem(ask(admin, "PUT", SEEN, "{\"name\":\"seen\"}"), 400, "invalid");
        HttpResponse updated = ask(admin, "PUT", SEEN, "{\"name\":\"seen\",\"owner\":\"ana\"}", "If-Match", "\"v1\"");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.headers().one("ETag")).contains("\"v2\"");
        assertProblem(ask(admin, "PUT", SEEN, "{\"name\":\"seen\"}", "If-Match", "\"v1\""), 412, "stale");

        Fields change =
                body(ask(admin, "GET", SEEN + "/changes", "")).objects("items").getFirst();
        assertThat(change.text("action")).isEqualTo("account:update");
        assertThat(change.text("by"))
                .isEqualTo(hub.get(admin, "/api/users").items().getFirst().text("sub"));
        assertThat(change.objects("fields"))
                .singleElement()
                .satisfies(
                        field -> assertThat(field.json().text()).isEqualTo("{\"path\":\"/owner\",\"after\":\"ana\"}"));
    }

    @Test
    void deletesOnlyWhatSomebodyHasLookedAtAndNamed() {
        HttpResponse impact = ask(admin, "GET", SEEN + "/impact", "");
        assertThat(body(impact).texts("stays_in_aws"))
                .containsExactly("role arn:aws:iam::111111111111:role/quarterdeck-read, or the stack that made it");
        String version = impact.headers().one("ETag").orElseThrow();

        assertProblem(ask(admin, "DELETE", SEEN + "?name=seen", ""), 400, "invalid");
        assertProblem(ask(admin, "DELETE", SEEN + "?name=other", "", "If-Match", version), 400, "invalid");
        assertThat(ask(admin, "DELETE", SEEN + "?name=seen", "", "If-Match", version)
                        .status())
                .isEqualTo(202);
        assertProblem(ask(admin, "POST", SEEN + "/validate", ""), 409, "conflict");
        assertThat(body(ask(admin, "POST", SEEN + "/undelete", "")).text("status"))
                .isEqualTo("pending");
        assertProblem(ask(admin, "POST", SEEN + "/undelete", ""), 409, "conflict");
        assertThat(body(ask(admin, "GET", "/api/aws/accounts/deleted", "")).objects("items"))
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
        HttpResponse template = ask(viewer, "GET", SEEN + "/templates/" + tool, "");
        assertThat(template.headers().one("Content-Type")).contains(type);
        assertThat(template.body().text().orElseThrow()).contains(says);
    }

    @Test
    void addsActRolesAndRefusesToolsAndFamiliesThatAreNone() {
        assertThat(ask(admin, "GET", SEEN + "/templates/terraform?act=storage,network", "")
                        .body()
                        .text()
                        .orElseThrow())
                .contains("quarterdeck-act-storage", "quarterdeck-act-network", "quarterdeck-boundary")
                .doesNotContain("quarterdeck-revoke");
        assertThat(ask(viewer, "GET", SEEN + "/templates/commands?revoker=true", "")
                        .body()
                        .text()
                        .orElseThrow())
                .contains("--role-name quarterdeck-revoke", "iam:PutRolePolicy");
        assertProblem(ask(admin, "GET", SEEN + "/templates/pulumi", ""), 400, "invalid");
        assertProblem(ask(admin, "GET", SEEN + "/templates/trust?act=everything", ""), 400, "invalid");
        assertProblem(
                ask(admin, "GET", SEEN + "/quick-create?region=eu-west-1&template_url=https://example.com/t", ""),
                400,
                "invalid");
        assertThat(body(ask(
                                admin,
                                "GET",
                                SEEN + "/quick-create?region=eu-west-1&template_url=https://b.s3.amazonaws.com/t.json",
                                ""))
                        .text("link"))
                .startsWith("https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#");
    }

    @Test
    void revokesOneOrAllAndLetsInAgain() {
        assertThat(body(ask(admin, "POST", SEEN + "/revoke", ""))
                        .object("deny_older_sessions")
                        .json()
                        .text())
                .contains("aws:TokenIssueTime");
        assertProblem(ask(admin, "POST", SEEN + "/rotate", ""), 409, "conflict");
        assertThat(body(ask(admin, "POST", SEEN + "/restore", "")).text("status"))
                .isEqualTo("pending");

        assertThat(body(ask(admin, "POST", "/api/aws/accounts/revoke", "")).objects("items").stream()
                        .map(one -> one.text("account_id")))
                .containsExactlyInAnyOrder(SEEN_ID, HIDDEN_ID);
        assertThat(body(ask(admin, "GET", HIDDEN, "")).text("status")).isEqualTo("paused");
    }

    @Test
    void saysWhetherAgentsMayActAndWhoLetsThemGoOn() {
        assertThat(agents(SEEN + "/agents")).isEqualTo("{\"account_id\":\"111111111111\",\"may_act\":true}");
        assertThat(agents("/api/agents")).isEqualTo("{\"may_act\":true}");
        assertThat(body(ask(admin, "POST", SEEN + "/revoke", "")).text("agents"))
                .isEqualTo("stopped");
        assertThat(agents(SEEN + "/agents"))
                .isEqualTo(
                        "{\"account_id\":\"111111111111\",\"may_act\":false,\"stopped_by\":\"account\","
                                + "\"since\":\"2026-03-01T12:00:00Z\",\"why\":\"ended in an emergency, until somebody restores it\"}");
        assertThat(agents(HIDDEN + "/agents")).contains("\"may_act\":true");

        ask(admin, "POST", "/api/aws/accounts/revoke", "");
        ask(admin, "POST", HIDDEN + "/restore", "");
        assertThat(agents(HIDDEN + "/agents")).contains("\"stopped_by\":\"hub\"");
        assertProblem(ask(viewer, "POST", "/api/agents/resume", ""), 403, "forbidden");
        assertThat(body(ask(admin, "POST", "/api/agents/resume", "")).flag("may_act"))
                .isTrue();
        assertThat(agents(HIDDEN + "/agents")).contains("\"may_act\":true");
        assertThat(agents(SEEN + "/agents")).contains("\"stopped_by\":\"account\"");
        assertProblem(ask(admin, "POST", "/api/agents/resume", ""), 409, "conflict");
    }

    private String agents(String path) {
        return body(ask(admin, "GET", path, "")).json().text();
    }

    @Test
    void saysOfEachRevokedAccountWhetherItsOlderSessionsWereEnded() {
        String revoker = "arn:aws:iam::333333333333:role/quarterdeck-revoke";
        String path = "/api/aws/accounts/333333333333";
        connect("333333333333", "revocable", "{\"kind\":\"role\",\"revoker_role_arn\":\"%s\"}".formatted(revoker));
        assertThat(body(ask(admin, "GET", path, "")).object("connection").text("revoker_role_arn"))
                .isEqualTo(revoker);
        assertThat(body(ask(admin, "GET", path + "/impact", "")).texts("stays_in_aws"))
                .contains("role " + revoker);

        assertThat(body(ask(admin, "POST", SEEN + "/revoke", "")).text("older_sessions"))
                .isEqualTo("printed");
        Fields revoked = body(ask(admin, "POST", path + "/revoke", ""));
        assertThat(revoked.text("older_sessions")).isEqualTo("failed");
        assertThat(revoked.text("left")).contains("not authorized");
    }

    @Test
    void tellsTheSecretOfAKeyToWhoeverHasJustSignedInAndPutsItOnRecord() {
        String path = "/api/aws/accounts/333333333333";
        String keys = "{\"kind\":\"keys\",\"access_key_id\":\"AKIAQUARTERDECK12345\",\"secret_access_key\":\"%s\"}"
                .formatted(SECRET);
        connect("333333333333", "keyed", keys);

        HttpResponse told = ask(admin, "POST", path + "/reveal", "");
        assertThat(body(told).json().text())
                .isEqualTo(
                        "{\"account_id\":\"333333333333\",\"access_key_id\":\"AKIAQUARTERDECK12345\",\"secret_access_key\":\"%s\"}"
                                .formatted(SECRET));
        assertThat(told.headers().one("Cache-Control")).contains("no-store");
        assertProblem(ask(admin, "POST", SEEN + "/reveal", ""), 409, "conflict");
        assertProblem(ask(viewer, "POST", SEEN + "/reveal", ""), 403, "forbidden");
        hub.clock.advance(Duration.ofMinutes(6));
        assertProblem(ask(admin, "POST", path + "/reveal", ""), 403, "fresh-sign-in-needed");

        List<Json.Obj> record = body(ask(admin, "GET", "/api/audit?day=2026-03-01", "")).objects("items").stream()
                .map(Fields::json)
                .filter(entry -> Fields.of(entry).text("action").equals("credential:reveal"))
                .toList();
        assertThat(record).extracting(AccountsTest::decision).containsExactlyInAnyOrder("allowed", "denied", "denied");
        assertThat(record).noneMatch(entry -> entry.text().contains(SECRET));
    }

    @Test
    void noKeyMayEverReveal() {
        String wish = "{\"label\":\"robot\",\"permissions\":[\"credential:reveal\"]}";
        HttpResponse refused = ask(admin, "POST", "/api/keys", wish);
        assertProblem(refused, 400, "invalid");
        assertThat(refused.body().text().orElseThrow()).contains("none that only people have: [credential:reveal]");

        HttpResponse minted = ask(admin, "POST", "/api/keys", wish.replace("credential:reveal", "account:read"));
        assertProblem(ask(body(minted).text("key"), "POST", SEEN + "/reveal", ""), 403, "forbidden");
    }

    @Test
    void saysWhatARotationWaitsFor() {
        HttpResponse begun = ask(admin, "POST", SEEN + "/rotate", "");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(body(begun).text("waits_for")).contains("the trust policies of account 111111111111");
        assertThat(body(ask(admin, "GET", SEEN, "")).object("connection").has("next_external_id"))
                .isTrue();
        assertThat(body(ask(admin, "GET", SEEN + "/regions", "")).json().text())
                .isEqualTo("{\"account_id\":\"111111111111\",\"regions_enabled\":[]}");
    }

    @Test
    void plansRotationsAndTellsWhatCameOfThem() {
        assertThat(body(ask(viewer, "GET", SEEN + "/rotation-plan", "")).json().text())
                .isEqualTo("{\"account_id\":\"111111111111\"}");
        assertProblem(ask(admin, "PUT", SEEN + "/rotation-plan", "{\"every_days\":0}"), 400, "invalid");
        assertThat(body(ask(admin, "PUT", SEEN + "/rotation-plan", "{\"every_days\":90}"))
                        .json()
                        .text())
                .isEqualTo("{\"account_id\":\"111111111111\",\"every_days\":90,\"next_at\":\"2026-05-30T12:00:00Z\"}");
        assertProblem(ask(viewer, "PUT", SEEN + "/rotation-plan", "{}"), 403, "forbidden");

        ask(admin, "POST", SEEN + "/rotate", "");
        ask(admin, "POST", SEEN + "/rotate", "");
        assertThat(body(ask(admin, "GET", SEEN + "/rotations", "")).objects("items"))
                .as("a wait that goes on is told once")
                .singleElement()
                .satisfies(one -> assertThat(one.text("state")).isEqualTo("waiting"));
    }

    @Test
    void putsADenialOfWhatIsHiddenOnRecordOnce() {
        assertProblem(ask(viewer, "POST", HIDDEN + "/rotate", ""), 404, "not-found");

        assertThat(body(ask(admin, "GET", "/api/audit?day=2026-03-01", "")).objects("items").stream()
                        .map(entry -> entry.json())
                        .filter(entry -> entry.text().contains("denied"))
                        .map(entry -> Fields.of(entry).text("action")))
                .containsExactly("credential:rotate");
    }

    private static String decision(Json.Obj entry) {
        return Fields.of(entry).object("outcome").text("decision");
    }

    private void connect(String id, String name) {
        connect(id, name, "{\"kind\":\"role\"}");
    }

    private void connect(String id, String name, String connection) {
        String body = "{\"account_id\":\"%s\",\"name\":\"%s\",\"connection\":%s}".formatted(id, name, connection);
        assertThat(ask(admin, "POST", "/api/aws/accounts", body).status()).isEqualTo(201);
    }

    private HttpResponse ask(String token, String method, String target, String body, String... headers) {
        return hub.send(
                token,
                method,
                target,
                Optional.of(body).filter(text -> !text.isEmpty()).map(Json::parse),
                headers);
    }

    private static Fields body(HttpResponse response) {
        return Fields.of((Json.Obj) Json.parse(response.body().text().orElseThrow()));
    }

    private static void assertProblem(HttpResponse response, int status, String code) {
        assertThat(response.status()).as(response.body().text().orElse("")).isEqualTo(status);
        assertThat(body(response).text("code")).isEqualTo(code);
    }
}
