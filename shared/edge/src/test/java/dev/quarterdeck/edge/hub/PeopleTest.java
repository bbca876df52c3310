package dev.quarterdeck.edge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.audit.Checkpoint;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, their rights and what is on record, through the edge of a whole hub. */
class PeopleTest {
    @TempDir
    Path folder;

    private SmallHub hub;
    private String ana;

    @BeforeEach
    void open() {
        hub = new SmallHub(folder);
        ana = hub.admin();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whoIsInvitedGetsInAndGetsRights() {
        Fields invited = hub.invite(ana, "Ben");
        String ben = hub.join(invited);
        assertThat(hub.get(ben, "/api/users").status()).isEqualTo(403);

        assertThat(bind(ana, "ben", invited, "security-admin").status()).isEqualTo(200);
        assertThat(hub.get(ben, "/api/users").items().stream().map(user -> user.text("name")))
                .containsExactly("Ana", "Ben");
        assertThat(hub.get(ana, "/api/bindings").items().stream().map(it -> it.text("binding_id")))
                .containsExactlyInAnyOrder("ben", "first-admin");
        assertThat(delete(ana, "/api/bindings/ben").status()).isEqualTo(204);
        assertThat(hub.get(ben, "/api/users").status()).isEqualTo(403);
    }

    @Test
    void theDisabledAreOutAtOnceAndComeBackByTheirPassword() {
        Fields invited = hub.invite(ana, "Ben");
        String ben = hub.join(invited);

        assertThat(enable(invited, false).text()).contains("\"enabled\":false");
        assertThat(hub.get(ben, "/api/me").status()).isEqualTo(401);
        assertThat(hub.post("", "/api/sessions", SmallHub.typed("Ben")).status())
                .isEqualTo(401);
        enable(invited, true);
        assertThat(hub.post("", "/api/sessions", SmallHub.typed("Ben")).status())
                .isEqualTo(201);
    }

    @Test
    void sessionsOfOthersAreSeenAndEnded() {
        Fields invited = hub.invite(ana, "Ben");
        String ben = hub.join(invited);
        String path = "/api/users/%s/sessions".formatted(invited.text("user_id"));

        assertThat(hub.get(ana, path).items()).hasSize(1);
        assertThat(delete(ana, path).status()).isEqualTo(204);
        assertThat(hub.get(ben, "/api/me").status()).isEqualTo(401);
        assertThat(hub.get(ana, path).items()).isEmpty();
    }

    @Test
    void rolesAreMadeBoundAndKeptWhileBound() {
        Members role = new Members().put("title", "Key smith").put("permissions", List.of("key:read"));
        assertThat(put(ana, "/api/roles/key-smith", role).status()).isEqualTo(200);
        assertThat(put(ana, "/api/roles/admin", role).status()).isEqualTo(409);
        assertThat(put(
                                ana,
                                "/api/roles/key-smith",
                                new Members()
                                        .put("role_id", "other")
                                        .put("title", "x")
                                        .put("permissions", List.of("key:read")))
                        .text())
                .contains("/role_id");
        assertThat(put(
                                ana,
                                "/api/roles/key-smith",
                                new Members().put("title", "x").put("permissions", List.of("key:eat")))
                        .text())
                .contains("key:eat");

        Fields invited = hub.invite(ana, "Ben");
        String ben = hub.join(invited);
        bind(ana, "ben", invited, "key-smith");
        assertThat(hub.get(ben, "/api/keys").status()).isEqualTo(200);
        assertThat(delete(ana, "/api/roles/key-smith").text()).contains("the role is bound: ben");
    }

    @Test
    void aDenyGoesBeforeWhateverIsBoundAndExplainsItself() {
        Fields invited = hub.invite(ana, "Ben");
        String ben = hub.join(invited);
        bind(ana, "ben", invited, "security-admin");
        Members deny = new Members()
                .put("permissions", List.of("user:read"))
                .put("scope", new Members().put("everywhere", true))
                .put("subject", subject(invited))
                .put("why", "on leave");
        assertThat(put(ana, "/api/denies/leave", deny).status()).isEqualTo(200);

        assertThat(hub.get(ben, "/api/users").text()).contains("on leave");
        Fields explained = explain(ben, new Members().put("permission", "user:read"));
        assertThat(explained.flag("allowed")).isFalse();
        assertThat(explained.text("reason")).isEqualTo("deny:leave");
        assertThat(explained.objects("considered").stream().map(it -> it.text("rule") + " " + it.text("bearing")))
                .contains("deny:leave forbids", "binding:ben gives");
        delete(ana, "/api/denies/leave");
        assertThat(hub.get(ben, "/api/users").status()).isEqualTo(200);
    }

    @Test
    void onlyWhoReadsBindingsMayAskAboutOthers() {
        Fields invited = hub.invite(ana, "Ben");
        String ben = hub.join(invited);
        String anasId = Fields.of(hub.get(ana, "/api/me").object()).text("user_id");
        Members about = new Members().put("permission", "key:mint");

        assertThat(hub.post(
                                ben,
                                "/api/explain",
                                new Members().put("permission", "key:mint").put("user_id", anasId))
                        .status())
                .isEqualTo(403);
        assertThat(explain(ana, about.put("user_id", invited.text("user_id"))).flag("allowed"))
                .isFalse();
        assertThat(hub.post(
                                ben,
                                "/api/explain",
                                new Members().put("permission", "account:read").put("account_id", "111122223333"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPasswordIsChangedWithTheOldOneAndEndsAllSessions() {
        String other = "nine yellow lanterns";
        Members change = new Members().put("old_password", SmallHub.PASSWORD).put("new_password", other);
        hub.clock.advance(Duration.ofMinutes(6));
        assertThat(put(ana, "/api/me/password", change).text()).contains("fresh-sign-in");

        String again = Fields.of(
                        hub.post("", "/api/sessions", SmallHub.typed("Ana")).object())
                .text("token");
        assertThat(put(again, "/api/me/password", change).status()).isEqualTo(204);
        assertThat(hub.get(again, "/api/me").status()).isEqualTo(401);
        assertThat(hub.post("", "/api/sessions", SmallHub.typed("Ana").put("password", other))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anAuthenticatorCountsOnceACodeWasShown() {
        var enrolment = Fields.of(
                hub.ask(ana, "POST", "/api/me/authenticator", Optional.empty()).object());
        assertThat(enrolment.text("uri"))
                .startsWith("otpauth://totp/Quarterdeck:ana?secret=" + enrolment.text("secret"));
        assertThat(hub.post(ana, "/api/me/authenticator/confirm", new Members().put("code", "000000"))
                        .text())
                .contains("/code");
        assertThat(hub.post("", "/api/sessions", SmallHub.typed("Ana")).status())
                .isEqualTo(201);
    }

    @Test
    void theRecordIsReadByDayAndByPersonAndVerifiesElsewhere() {
        hub.clock.advance(Duration.ofSeconds(1));
        Fields invited = hub.invite(ana, "Ben");
        hub.clock.advance(Duration.ofSeconds(1));
        hub.join(invited);
        String anasId = Fields.of(hub.get(ana, "/api/me").object()).text("user_id");

        assertThat(hub.get(ana, "/api/audit").items().stream().map(it -> it.text("action")))
                .containsExactly("session.open", "user.invite", "session.open");
        assertThat(hub.get(ana, "/api/audit?user_id=" + anasId).items()).hasSize(2);
        assertThat(hub.get(ana, "/api/audit?day=2026-02-28").items()).isEmpty();
        assertThat(hub.get(ana, "/api/audit?day=2026-02-31").text()).contains("2026-02-31");

        Checkpoint checkpoint =
                Checkpoint.of(hub.get(ana, "/api/audit/checkpoint").object());
        List<Json.Obj> records = exported();
        assertThat(checkpoint.heads()).hasSize(16);
        assertThat(records)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(it -> assertThat(it.get("hash")).isPresent());
    }

    @Test
    void aTagWithoutAKeyIsNoPlace() {
        Members binding = new Members()
                .put("subject", new Members().put("iss", "local").put("sub", "x"))
                .put("role_id", "viewer")
                .put("scope", new Members().put("tags", Map.of("", "x")));

        assertThat(put(ana, "/api/bindings/nowhere", binding).status()).isEqualTo(400);
    }

    @Test
    void aRightThatEndsBeforeItBeginsIsRefused() {
        Members binding = new Members()
                .put("subject", new Members().put("iss", "local").put("sub", "x"))
                .put("role_id", "viewer")
                .put("scope", new Members().put("everywhere", true))
                .put("from", "2026-06-01T00:00:00Z")
                .put("until", "2026-01-01T00:00:00Z");

        assertThat(put(ana, "/api/bindings/never", binding).status()).isEqualTo(400);
    }

    @Test
    void aCursorThatIsNoneIsRefusedHoweverShort() {
        for (String cursor : List.of("0", "00", "AAAAAAAAAAAAAAAA", "A".repeat(100), "%20")) {
            assertThat(hub.get(ana, "/api/users?cursor=" + cursor).status())
                    .as(cursor)
                    .isEqualTo(400);
        }
    }

    /** Else "deleted" would be taken for an account's id. */
    @Test
    void aPathThatIsThereLiterallyTakesItsOwnMethodsOnly() {
        assertThat(hub.ask(ana, "PUT", "/api/aws/accounts/deleted", Optional.empty())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void theContractIsThere() {
        Map<String, Json> document = hub.get("", "/api/openapi.json").object().members();

        assertThat(document).containsKeys("openapi", "paths", "components");
        assertThat(document.toString()).doesNotContain("schema.json");
    }

    private List<Json.Obj> exported() {
        var records = new ArrayList<Json.Obj>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String query = cursor.get().isEmpty() ? "" : "?cursor=" + cursor.get();
            var page = hub.get(ana, "/api/audit/export" + query);
            page.items().forEach(item -> records.add(item.json()));
            cursor = Fields.of(page.object()).maybeText("cursor");
        }
        return records;
    }

    private Fields explain(String token, Members question) {
        return Fields.of(hub.post(token, "/api/explain", question).object());
    }

    private SmallHub.Said bind(String token, String id, Fields user, String role) {
        Members binding = new Members()
                .put("subject", subject(user))
                .put("role_id", role)
                .put("scope", new Members().put("everywhere", true));
        return put(token, "/api/bindings/" + id, binding);
    }

    private static Members subject(Fields user) {
        return new Members().put("iss", user.text("iss")).put("sub", user.text("sub"));
    }

    private SmallHub.Said enable(Fields user, boolean enabled) {
        var change = new Members().put("enabled", enabled).json();
        return hub.ask(ana, "PATCH", "/api/users/" + user.text("user_id"), Optional.of(change));
    }

    private SmallHub.Said put(String token, String path, Members body) {
        return hub.ask(token, "PUT", path, Optional.of(body.json()));
    }

    private SmallHub.Said delete(String token, String path) {
        return hub.ask(token, "DELETE", path, Optional.empty());
    }
}
