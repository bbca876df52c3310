package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.proof.Truth;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.testkit.Witness.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a served hub tells of an estate over its API is what boto3 sees of it: all of it, and nothing else. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class ToldIT {
    private static final String MOST = "1000";

    @TempDir
    private Path folder;

    @Test
    void everyResourceAndEveryLinkIsToldAndNothingElse() throws IOException {
        Truth truth = Truth.planted();
        scan(truth);
        try (var served = ServedProcess.start(new Launch(folder), new Home(folder.resolve(".quarterdeck")));
                HubClient console = served.console()) {
            List<Fields> rows = listed(console);

            Set<Sighting> seen =
                    new TreeSet<>(rows.stream().map(ToldIT::sighting).toList());
            assertThat(seen).hasSameSizeAs(rows).isEqualTo(truth.sightings());
            assertThat(counts(console)).isEqualTo(countsOf(rows));
            List<Fields> some = some(rows);
            Set<String> from = some.stream().map(row -> row.text("uid")).collect(Collectors.toSet());
            assertThat(links(console, some))
                    .hasSizeGreaterThan(100)
                    .isEqualTo(truth.links().stream()
                            .filter(link -> from.contains(link.from()))
                            .collect(Collectors.toSet()));
        }
    }

    private void scan(Truth truth) throws IOException {
        var cli = new Cli(folder);
        truth.environment().forEach(cli::with);
        assertThat(cli.run("accounts", "list").code()).isZero(); // makes the workspace
        Path accounts = Files.writeString(folder.resolve("accounts.ndjson"), truth.accountsFile());
        Said said = cli.run(
                "scan",
                "--accounts",
                accounts.toString(),
                "--endpoint-url",
                truth.endpoint(),
                "--regions",
                String.join(",", truth.regions()));
        assertThat(said.out()).as(said.err()).contains("Kept in the workspace");
    }

    private static List<Fields> listed(HubClient console) {
        return console.all("/api/resources", Map.of("fields", "uid,account_id,region,type,native_id", "limit", MOST));
    }

    private static Sighting sighting(Fields row) {
        return new Sighting(row.text("account_id"), row.text("region"), row.text("type"), row.text("native_id"));
    }

    /** What the hub counts of each type, asked for one by one. */
    private static Map<String, Long> counts(HubClient console) {
        var counts = new TreeMap<String, Long>();
        for (Fields row : listed(console)) {
            counts.computeIfAbsent(
                    row.text("type"),
                    type -> console.get("/api/resources", Map.of("filter", "type = '%s'".formatted(type), "limit", "1"))
                            .fields()
                            .object("count")
                            .whole("number"));
        }
        return counts;
    }

    private static Map<String, Long> countsOf(List<Fields> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.text("type"), TreeMap::new, Collectors.counting()));
    }

    /** A caller has so many requests a minute: some of every type do. */
    private static List<Fields> some(List<Fields> rows) {
        var seen = new TreeMap<String, Integer>();
        return rows.stream()
                .filter(row -> seen.merge(row.text("type"), 1, Integer::sum) <= 2)
                .toList();
    }

    private static Set<Truth.Found> links(HubClient console, List<Fields> rows) {
        var found = new HashSet<Truth.Found>();
        var told = new ArrayList<Json.Obj>();
        for (Fields row : rows) {
            console.get("/api/resources/%s/relations".formatted(row.text("uid"))).fields().objects("uses").stream()
                    .map(Fields::json)
                    .forEach(told::add);
        }
        for (Json.Obj row : told) {
            Edge edge = Rows.edge(row);
            assertThat(found.add(Truth.Found.of(edge))).as(row.text()).isTrue();
        }
        return found;
    }
}
