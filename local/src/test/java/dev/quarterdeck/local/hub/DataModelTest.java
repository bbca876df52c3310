package dev.quarterdeck.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Origins;
import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.contract.Parameter;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.edge.inventory.ScanHub;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.identity.Argon2Hash;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each reading operation of the API costs does not depend on how much the hub holds, and is what the page says. */
class DataModelTest {
    private static final Path PAGE =
            Path.of(System.getProperty("quarterdeck.root", "..")).resolve("docs/data-model.md");
    private static final int FEW = 120;
    private static final int MANY = 400;
    private static final int LIMIT = 10;

    private static final Map<String, String> FILTERS =
            Map.of("status", "active", "environment", "sandbox", "team_id", "orders", "tag", "stage=prod", "ou", "r-1");

    private static final Map<String, String> VALUES =
            Map.of("template_url", "https://example.s3.amazonaws.com/t.json", "region", "eu-west-1");

    /** Give all there is, page by page: that is what they are for. */
    private static final Set<String> EXPORTS = Set.of("exportAccounts", "exportAudit");

    /** Nothing says in which accounts the answer lies: each that the caller sees is asked, a row or two an account. */
    private static final Set<String> ACROSS = Set.of(
            "find", "listDiff", "getResource", "listResourceChanges", "listResourceRelations", "showResourceImpact");

    /** Records of the access log go out in batches: one of them may fall into any request. */
    private static final int SLACK = 10;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private Workspace workspace;
    private MeteredTable table;
    private HttpEdge edge;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = Workspace.open(new Home(folder), clock);
        table = new MeteredTable(workspace.table());
        var random = new SecureRandom();
        var shut = new ShutAws();
        var sealing = workspace.sealing();
        var keys = new WorkspaceKeys(workspace.vault(), random);
        var platform = new Hub.Platform(
                table,
                new InventoryHub.Ground(
                        new SegmentFacts(new Generations(table), workspace.objects()),
                        () -> Meaning.PLAIN,
                        Publishing.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        ScanHub.Ground.NONE),
                workspace.vault(),
                new AccountsHub.Aws(shut, shut, shut, shut, shut),
                new Hub.Locks(new Argon2Hash(random), sealing, sealing.peppers(), keys::cursors),
                clock);
        var hub = new Hub(platform, new Hub.Settings(new HubApi.Build("test", "test"), "test", SessionRules.DEFAULT));
        var place = new HttpEdge.Place(Origins.onLoopback(8080), Cookies.onLoopback(8080));
        edge = hub.edge(new Hub.Front(
                place, others -> new ConsoleGate(others, "console"), new Silence(), () -> "", Optional.empty()));
    }

    private record Silence() implements Telemetry {
        @Override
        public void log(Json.Obj line) {}

        @Override
        public void served(String operation, int status, Duration took) {}
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void noReadingOperationReadsMoreOfALargerHub() {
        connect(1, FEW);
        costs();
        Map<String, Integer> before = costs();
        connect(FEW + 1, MANY);
        Map<String, Integer> after = costs();

        assertThat(before).hasSizeGreaterThan(10).containsEntry("listAccounts", 2 * LIMIT);
        assertThat(after)
                .allSatisfy((operation, rows) ->
                        assertThat(rows).as(operation).isLessThanOrEqualTo(before.getOrDefault(operation, 0) + SLACK));
    }

    @Test
    void whatIsAskedStandsOnThePage() throws IOException {
        connect(1, FEW);
        costs();
        List<Pattern> documented = documented();

        assertThat(table.asked()).hasSizeGreaterThan(15);
        assertThat(table.asked().stream()
                        .filter(asked -> documented.stream()
                                .noneMatch(pattern -> pattern.matcher(asked).matches())))
                .as("asked of the table and not on the page")
                .isEmpty();
    }

    private void connect(int from, int to) {
        for (int number = from; number <= to; number++) {
            Json.Obj account = new Members()
                    .put("account_id", account(number))
                    .put("name", "account-" + number)
                    .put("environment", "sandbox")
                    .put("connection", new Members().put("kind", "profile").put("profile", "nobody"))
                    .json();
            assertThat(ask("POST", "/api/aws/accounts", Body.of(account.text())).status())
                    .isEqualTo(201);
        }
    }

    private static String account(int number) {
        return "%012d".formatted(number);
    }

    /** The rows that each reading operation reads, with each value of each of its filters. */
    private Map<String, Integer> costs() {
        var costs = new TreeMap<String, Integer>();
        for (Operation operation : OpenApi.shipped().operations()) {
            if (!operation.changes() && !EXPORTS.contains(operation.id()) && !ACROSS.contains(operation.id())) {
                for (String query : queries(operation)) {
                    String path = path(operation);
                    String name = operation.id() + " " + query.replaceAll("&?limit=\\d+", "");
                    costs.put(name.strip(), table.during(() -> read(path + "?" + query)));
                }
            }
        }
        return costs;
    }

    private static String path(Operation operation) {
        return operation
                .path()
                .text()
                .replace("{account_id}", account(1))
                .replace("{user_id}", "u" + "a".repeat(26))
                .replaceAll("\\{\\w+}", "cloudformation");
    }

    /** With nothing but what must be given, and with each filter. */
    private static List<String> queries(Operation operation) {
        var names = operation.parameters().stream().map(Parameter::name).toList();
        var always = new StringBuilder(names.contains("limit") ? "limit=" + LIMIT : "");
        operation.parameters().stream()
                .filter(parameter -> parameter.place() == Parameter.Place.QUERY && parameter.required())
                .forEach(parameter -> always.append('&').append(given(parameter.name())));
        var queries = new ArrayList<>(List.of(always.toString()));
        names.stream().filter(FILTERS::containsKey).forEach(name -> queries.add(given(name) + "&" + always));
        return queries;
    }

    private static String given(String parameter) {
        return "%s=%s".formatted(parameter, VALUES.getOrDefault(parameter, FILTERS.getOrDefault(parameter, "")));
    }

    private void read(String target) {
        assertThat(ask("GET", target, Body.EMPTY).status()).as(target).isNotIn(400, 401, 403, 429);
    }

    private HttpResponse ask(String method, String target, Body body) {
        var headers = Headers.of("Host", "127.0.0.1:8080")
                .with("Authorization", "Bearer console")
                .with("X-Hub-Request", "1")
                .with("Content-Type", "application/json");
        clock.advance(Duration.ofSeconds(1)); // so that the quota of requests does not answer
        return edge.handle(new HttpRequest(method, target, headers, body, "127.0.0.1"));
    }

    /** From both tables of the page: rows are found by key in their partition, queries by their index. */
    private static List<Pattern> documented() throws IOException {
        var patterns = new ArrayList<Pattern>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            if (cells.length == 8) {
                add(patterns, "key", cells[2]);
            } else if (cells.length == 7) {
                add(patterns, cells[3], cells[4]);
            }
        }
        return patterns;
    }

    private static void add(List<Pattern> patterns, String index, String cell) {
        Matcher code = Pattern.compile("`([^`]+)`").matcher(cell);
        while (code.find()) {
            String[] parts = code.group(1).split("…", -1);
            var pattern = new StringBuilder(Pattern.quote(index + ": "));
            for (int i = 0; i < parts.length; i++) {
                pattern.append(i == 0 ? "" : ".+").append(Pattern.quote(parts[i]));
            }
            patterns.add(Pattern.compile(pattern.toString(), Pattern.DOTALL));
        }
    }
}
