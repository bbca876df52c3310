package dev.quarterdeck.local.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.backup.Backup;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A secret in every field for one, at every operation of a served hub, rightly and wrongly used: no answer repeats it, and
 * no log, record, figure, event, file or backup knows it.
 */
@Tag("F11")
class ServedCanaryTest {
    /** All the words under which somebody may send a secret. */
    private static final List<String> FIELDS = List.of(
            "password",
            "old_password",
            "new_password",
            "setup_code",
            "invitation_code",
            "code",
            "secret",
            "secret_access_key",
            "token",
            "key",
            "external_id");

    /** The one operation whose answer is a secret that the hub keeps. */
    private static final String REVEALS = "revealAccount";

    @TempDir
    private Path folder;

    private final Map<String, String> planted = new TreeMap<>();
    private final List<HttpResponse<String>> answers = new ArrayList<>();

    /** Of letters that every field takes, also that of an access key. */
    private String plant(String where) {
        return planted.computeIfAbsent(where, _ -> "Canary%02dSings%s".formatted(planted.size(), "Zq7".repeat(6)));
    }

    @Test
    void nothingRepeatsASecretAndNothingKeepsIt() throws Exception {
        Path workspace = folder.resolve("hub");
        Path backup = folder.resolve("hub.backup");
        String log;
        try (var hub = new ServedAlone(workspace)) {
            planted.put("the password that counts", ServedAlone.PASSWORD);
            useRightly(hub);
            for (Operation operation : OpenApi.shipped().operations()) {
                useWrongly(hub, operation);
            }
            for (String path :
                    List.of("/metrics", "/api/audit", "/api/audit/export", "/api/aws/accounts", "/api/keys")) {
                answers.add(hub.console("GET", path, Optional.empty()));
            }
            log = String.join("\n", hub.log);
            new Backup(new Home(workspace)).write(backup, Optional.empty(), hub.clock.instant());
        }

        assertThat(answers).hasSizeGreaterThan(200).noneMatch(one -> one.statusCode() == 429);
        assertThat(heardIn(answers.stream().map(one -> one.headers().map() + one.body())))
                .as("answers")
                .isEmpty();
        assertThat(heardIn(Stream.of(log))).as("log").isEmpty();
        assertThat(heardIn(files(folder))).as("files").isEmpty();
    }

    /** Told by this operation alone, to whoever may, and kept nowhere for one who asks again. */
    private void reveal(ServedAlone hub, String session, String secret) throws Exception {
        String path = "/api/aws/accounts/111111111111/reveal";
        String[] headers = {"Cookie", hub.cookie(session), "X-Hub-Request", "1", "Idempotency-Key", "reveal"};
        HttpResponse<String> told = hub.ask("POST", path, Optional.empty(), headers);
        HttpResponse<String> again = hub.ask("POST", path, Optional.empty(), headers);

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(ServedAlone.body(told).text("secret_access_key")).isEqualTo(secret);
        assertThat(told.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(again.statusCode()).isEqualTo(409);
        answers.add(again);
    }

    /** What is made of a secret here is a session, a key, a way into an account; what hands one out is not searched. */
    private void useRightly(ServedAlone hub) throws Exception {
        String session = hub.signIn();
        planted.put("a session", session);
        HttpResponse<String> minted = hub.post(
                "/api/keys",
                new Members().put("label", "robot").put("permissions", List.of("account:read")),
                "Cookie",
                hub.cookie(session),
                "Idempotency-Key",
                "once");
        assertThat(minted.statusCode()).as(minted.body()).isEqualTo(201);
        planted.put("a key", ServedAlone.body(minted).text("key"));
        assertThat(heardIn(Stream.of(minted.body())))
                .as("the one answer that tells it")
                .hasSize(1);
        var keys = ServedAlone.account("111111111111")
                .put(
                        "connection",
                        new Members()
                                .put("kind", "keys")
                                .put("access_key_id", "AKIAQUARTERDECK12345")
                                .put("secret_access_key", plant("an access key")));
        HttpResponse<String> connected = hub.console("POST", "/api/aws/accounts", Optional.of(keys));
        answers.add(connected);
        assertThat(connected.statusCode()).as(connected.body()).isEqualTo(201);
        reveal(hub, session, plant("an access key"));
        answers.add(hub.console("POST", "/api/aws/accounts/111111111111/validate", Optional.of(new Members())));
    }

    private void useWrongly(ServedAlone hub, Operation operation) throws Exception {
        String path =
                operation.path().text().replace("{account_id}", "111111111111").replaceAll("\\{[a-z_]+}", "nobody");
        Optional<Members> body = operation.body().map(_ -> {
            var members = new Members().put("name", "Ana").put("connection", secrets());
            FIELDS.forEach(field -> members.put(field, plant(field)));
            return members;
        });
        HttpResponse<String> asked = hub.console(operation.method(), path, body);
        if (!operation.id().equals(REVEALS)) {
            answers.add(asked);
        }
        answers.add(hub.console(operation.method(), path + "?token=" + plant("a query"), body));
        answers.add(hub.ask(
                operation.method(),
                path,
                body,
                "Authorization",
                "Bearer " + plant("a bearer"),
                "Cookie",
                hub.cookie(plant("a cookie")),
                "X-Hub-Request",
                "1"));
        answers.add(hub.ask(
                operation.method(),
                path,
                Optional.of(new Members().put("password", plant("no field"))),
                "X-Hub-Request",
                "1"));
        hub.clock.advance(Duration.ofSeconds(5)); // nobody is held back for asking much
    }

    private Members secrets() {
        return new Members().put("kind", "keys").put("secret_access_key", plant("a broken connection"));
    }

    private List<String> heardIn(Stream<String> texts) {
        var all = Pattern.compile(planted.values().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return texts.filter(text -> all.matcher(text).find()).toList();
    }

    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            var texts = new ArrayList<String>();
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                texts.add(file + " " + Files.readString(file, ISO_8859_1));
            }
            return texts.stream();
        }
    }
}
