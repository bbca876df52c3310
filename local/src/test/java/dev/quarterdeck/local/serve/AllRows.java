package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.filter.Evaluator;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Neighbours;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a hub tells of its resources and links, to be asked without an engine. */
final class AllRows implements Neighbours {
    private static final String ALL_FIELDS =
            "uid,arn,native_id,type,service,name,account_id,account_name,ou_path,environment,region,az,state,origin,public,"
                    + "encrypted,managed_by,stack,created_at,depth,identifiers,tags,config";

    final List<Json.Obj> resources;
    final List<Json.Obj> edges;
    private final Evaluator evaluator;
    private final Map<Json, Json.Obj> byUid = new HashMap<>();
    private final Map<Filter.Direction, Map<Json, List<Json.Obj>>> ends = new HashMap<>();

    private AllRows(ServedAlone hub) throws IOException, InterruptedException {
        resources = listed(hub, "", ALL_FIELDS);
        edges = edges(hub);
        evaluator = new Evaluator(hub.clock.instant(), this);
        resources.forEach(row -> byUid.put(row.get("uid").orElseThrow(), row));
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

    static AllRows of(ServedAlone hub) throws IOException, InterruptedException {
        return new AllRows(hub);
    }

    boolean matches(Filter filter, Json.Obj resource) {
        return evaluator.answer(filter, resource) == Tri.YES;
    }

    /** All pages of a list; as many as the count says. */
    static List<Json.Obj> listed(ServedAlone hub, String filter, String fields)
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
}
