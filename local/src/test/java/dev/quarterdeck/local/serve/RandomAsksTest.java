package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.filter.Evaluator;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Neighbours;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.demo.DemoWorkspace;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random filters over the demo's inventory: the API lists and counts what the naive evaluator finds among all rows. */
class RandomAsksTest {
    private static final int FILTERS = Boolean.getBoolean("quarterdeck.long") ? 1_000 : 40;
    private static final String ALL_FIELDS =
            "uid,arn,native_id,type,service,name,account_id,account_name,ou_path,environment,region,az,state,origin,public,"
                    + "encrypted,managed_by,stack,created_at,depth,identifiers,tags,config";

    private static final TypeCatalog TYPES = TypeCatalog.shipped();
    private static final CatalogWords WORDS = new CatalogWords(() -> TYPES);

    @TempDir
    private static Path folder;

    @Test
    void countsAndListsWhatTheEvaluatorFinds() throws IOException, InterruptedException {
        DemoWorkspace.in(folder);
        try (var hub = new ServedAlone(folder)) {
            List<Json.Obj> rows = rows(hub, "", ALL_FIELDS);
            var evaluator = new Evaluator(hub.clock.instant(), new Linked(rows, edges(hub)));
            var texts = new RandomTexts(new Random(11), rows);
            int found = 0;
            for (int i = 0; i < FILTERS; i++) {
                String text = texts.next(3);
                Filter filter = read(text);
                List<String> expected = uids(rows.stream()
                        .filter(row -> evaluator.answer(filter, row) == Tri.YES)
                        .toList());
                assertThat(uids(rows(hub, text, "uid"))).as(text).isEqualTo(expected);
                found += expected.isEmpty() ? 0 : 1;
            }
            assertThat(rows).hasSizeGreaterThan(900);
            assertThat(found).as("filters that found something").isGreaterThan(FILTERS / 2);
        }
    }

    private static Filter read(String text) {
        return switch (Question.read(text, WORDS)) {
            case Reading.Understood(var question) -> question.filter();
            case Reading.Misunderstood(var flaw) -> throw new AssertionError(text + ": " + flaw.sentence());
        };
    }

    private static List<String> uids(List<Json.Obj> rows) {
        return rows.stream().map(row -> Fields.of(row).text("uid")).sorted().toList();
    }

    /** All pages; as many as the count says. */
    private static List<Json.Obj> rows(ServedAlone hub, String filter, String fields)
            throws IOException, InterruptedException {
        String path = "/api/resources?limit=500&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)
                + "&fields=" + fields;
        var rows = new ArrayList<Json.Obj>();
        Fields page = page(hub, path);
        page.objects("items").forEach(row -> rows.add(row.json()));
        while (page.maybeText("cursor").isPresent()) {
            page = page(hub, path + "&cursor=" + page.text("cursor"));
            page.objects("items").forEach(row -> rows.add(row.json()));
        }
        assertThat(page.object("count").whole("number")).as(filter).isEqualTo(rows.size());
        return rows;
    }

    private static Fields page(ServedAlone hub, String path) throws IOException, InterruptedException {
        HttpResponse<String> said = hub.console("GET", path, Optional.empty());
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        return ServedAlone.body(said);
    }

    private static List<Json.Obj> edges(ServedAlone hub) throws IOException, InterruptedException {
        Fields said = ServedAlone.body(hub.console("POST", "/api/query", QueryingTest.sql("SELECT * FROM edges")));
        assertThat(said.flag("cut")).isFalse();
        List<String> columns = said.texts("columns");
        var edges = new ArrayList<Json.Obj>();
        if (said.json().get("rows").orElseThrow() instanceof Json.Arr(var rows)) {
            for (Json row : rows) {
                Json.Obj edge = Json.Obj.EMPTY;
                for (int i = 0; i < columns.size(); i++) {
                    edge = edge.with(columns.get(i), ((Json.Arr) row).items().get(i));
                }
                edges.add(edge);
            }
        }
        return edges;
    }

    /** Looked up end by end. */
    private static final class Linked implements Neighbours {
        private final Map<Json, Json.Obj> byUid = new HashMap<>();
        private final Map<Filter.Direction, Map<Json, List<Json.Obj>>> ends = new HashMap<>();

        Linked(List<Json.Obj> rows, List<Json.Obj> edges) {
            rows.forEach(row -> byUid.put(row.get("uid").orElseThrow(), row));
            for (Filter.Direction direction : Filter.Direction.values()) {
                Map<Json, List<Json.Obj>> from = new HashMap<>();
                edges.forEach(edge -> from.computeIfAbsent(
                                edge.get(near(direction)).orElse(Json.Null.VALUE), _ -> new ArrayList<>())
                        .add(edge));
                ends.put(direction, from);
            }
        }

        private static String near(Filter.Direction direction) {
            return direction == Filter.Direction.USES ? "from_uid" : "to_uid";
        }

        private static String far(Filter.Direction direction) {
            return direction == Filter.Direction.USES ? "to_uid" : "from_uid";
        }

        @Override
        public List<Neighbour> of(Json.Obj resource, Filter.Direction direction) {
            return ends
                    .getOrDefault(direction, Map.of())
                    .getOrDefault(resource.get("uid").orElseThrow(), List.of())
                    .stream()
                    .map(edge -> new Neighbour(
                            edge, byUid.getOrDefault(edge.get(far(direction)).orElse(Json.Null.VALUE), Json.Obj.EMPTY)))
                    .toList();
        }
    }
}
