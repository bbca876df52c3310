package dev.quarterdeck.edge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.contract.Access;
import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the contract, asked by everybody: nobody, every role, and a role that holds elsewhere. */
@Tag("C01")
class RightsMatrixTest {
    private static final String ACCOUNT = "111122223333";
    private static final String SPAN = "?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
    private static final List<Operation> OPERATIONS = OpenApi.shipped().operations();

    @TempDir
    Path folder;

    private SmallHub hub;
    private String ana;

    @BeforeEach
    void open() {
        hub = new SmallHub(folder);
        ana = hub.admin();
        Members role = new Members()
                .put("kind", "role")
                .put("role_arn", "arn:aws:iam::%s:role/quarterdeck-read".formatted(ACCOUNT));
        Members account = new Members()
                .put("name", "prod")
                .put("environment", "production")
                .put("connection", role);
        assertThat(hub.post(ana, "/api/aws/accounts", account).status()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    static List<Role> roles() {
        return Role.BUILT_IN;
    }

    @ParameterizedTest
    @MethodSource("roles")
    void whatARoleDoesNotGiveIsForbidden(Role role) {
        String ben = bound(role.id(), new Members().put("everywhere", true));
        Map<String, Integer> said = new TreeMap<>();
        needing().filter(it -> !given(role, it)).forEach(it -> said.put(it.id(), ask(ben, it)));
        Map<String, Integer> allowed = new TreeMap<>();
        needing().filter(it -> given(role, it)).forEach(it -> allowed.put(it.id(), ask(ben, it)));

        assertThat(said.values()).as(said.toString()).allMatch(status -> status == 403);
        assertThat(allowed.values())
                .as(allowed.toString())
                .allMatch(status -> status != 401 && status != 403 && status < 500);
        assertThat(said.size() + allowed.size()).isEqualTo((int) needing().count());
    }

    @Test
    void nobodyGetsNothingButWhatIsOpen() {
        OPERATIONS.forEach(operation -> {
            boolean open = operation.access() instanceof Access.Open;
            assertThat(ask("", operation) == 401).as(operation.id()).isEqualTo(!open && !signsIn(operation));
        });
    }

    /** An administrator of another account does not even learn that this one is here. */
    @Test
    void aRoleThatHoldsElsewhereReachesNothingHere() {
        String ben = bound(Role.ADMIN.id(), new Members().put("accounts", List.of("999988887777")));
        Map<String, Integer> said = new TreeMap<>();
        needing().filter(it -> !lists(it)).forEach(it -> said.put(it.id(), ask(ben, it)));

        assertThat(said.values()).as(said.toString()).allMatch(status -> status == 403 || status == 404);
        List.of(
                        "/api/aws/accounts",
                        "/api/coverage",
                        "/api/changes",
                        "/api/diff" + SPAN,
                        "/api/find?q=prod",
                        "/api/resources",
                        "/api/scans",
                        "/api/schedules",
                        "/api/exports",
                        "/api/views")
                .forEach(list -> assertThat(hub.get(ben, list).items()).as(list).isEmpty());
    }

    private String bound(String role, Members scope) {
        Fields invited = hub.invite(ana, "Ben");
        Members binding = new Members()
                .put("subject", new Members().put("iss", invited.text("iss")).put("sub", invited.text("sub")))
                .put("role_id", role)
                .put("scope", scope);
        assertThat(hub.ask(ana, "PUT", "/api/bindings/ben", Optional.of(binding.json()))
                        .status())
                .isEqualTo(200);
        return hub.join(invited);
    }

    private static Stream<Operation> needing() {
        return OPERATIONS.stream().filter(it -> it.access() instanceof Access.Needs);
    }

    private static boolean given(Role role, Operation operation) {
        return operation.access() instanceof Access.Needs(var permission)
                && role.permissions().contains(Permission.of(permission).orElseThrow());
    }

    /** Wrong credentials are refused by these in the same words as no sign-in. */
    private static boolean signsIn(Operation operation) {
        return List.of("signIn", "setUp", "join").contains(operation.id());
    }

    private static boolean lists(Operation operation) {
        return List.of(
                        "listAccounts",
                        "exportAccounts",
                        "find",
                        "listCoverage",
                        "listChanges",
                        "listDiff",
                        "listResources",
                        "showTopology",
                        "listScans",
                        "listSchedules",
                        "createSchedule",
                        "replaceSchedule",
                        "estimateSchedule",
                        "startScan",
                        "discoverResources",
                        "estimateScan",
                        "query",
                        "describeTables",
                        "createExport",
                        "listViews",
                        "createView",
                        "replaceView",
                        "listExports")
                .contains(operation.id());
    }

    /** With a body that no operation takes: rights come before what is wrong with it. */
    private int ask(String token, Operation operation) {
        String path = operation
                .path()
                .text()
                .replace("{account_id}", ACCOUNT)
                .replace("{user_id}", "u" + "a".repeat(26))
                .replace("{session_id}", "a".repeat(52))
                .replace("{key_id}", "a".repeat(16))
                .replace("{tool}", "cloudformation")
                .replace("{uid}", "r1" + "a".repeat(26))
                .replaceAll("\\{[a-z_]+}", "nothing-of-this-name");
        path += switch (operation.id()) {
            case "deleteAccount" -> "?name=prod";
            case "find" -> "?q=10.0.0.1";
            case "listDiff" -> SPAN;
            case "showQuickCreate" -> "?region=eu-west-1&template_url=https://b.s3.amazonaws.com/t.json";
            default -> "";
        };
        Optional<Json> body =
                operation.body().map(_ -> new Members().put("nonsense", 1).json());
        return hub.ask(token, operation.method(), path, body).status();
    }
}
