package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.MapRequest;
import dev.quarterdeck.inventory.asking.ResourceMap;
import dev.quarterdeck.inventory.asking.ResourceMap.Face;
import dev.quarterdeck.inventory.asking.ResourceMap.Group;
import dev.quarterdeck.inventory.asking.ResourceMap.Unopened;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Topology;
import dev.quarterdeck.inventory.topology.GroupId;
import dev.quarterdeck.inventory.topology.Layout;
import dev.quarterdeck.inventory.topology.Level;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Answer;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws maps from a projection whose parts are accounts. */
public final class DuckDbTopology implements Topology {
    private static final String NETWORKS = "r.type IN ('AWS::EC2::VPC', 'AWS::EC2::Subnet')";

    private final Projection projection;
    private final RowSource source;

    public DuckDbTopology(Projection projection, RowSource source) {
        this.projection = projection;
        this.source = source;
    }

    @Override
    public ResourceMap draw(MapRequest request) {
        var matching = Matching.of(request.filter(), request.when(), request.sight());
        try (Engine engine = projection.linked(source)) {
            var ground = Ground.of(engine, matching, projection.places());
            var layout = new Layout(ground.byPlace(), request.opening(), Layout.ROOM);
            List<Group> groups = groups(engine, matching, layout, ground);
            return new ResourceMap(
                    groups,
                    new Links(engine, matching, Homes.of(layout, ground, groups)).lines(request.filter()),
                    new Unopened(layout.folded(), layout.unknown()),
                    LookedAt.of(engine, request.filter(), matching));
        }
    }

    /** Each with the resources that are told apart in it behind it. */
    private static List<Group> groups(Engine engine, Matching matching, Layout layout, Ground ground) {
        Map<GroupId, List<Group>> resources = resources(engine, matching, layout, ground);
        Map<String, Face> networks = networks(engine, matching);
        var groups = new ArrayList<Group>();
        for (Layout.Shown shown : layout.groups()) {
            GroupId id = shown.id();
            Face face = networks.getOrDefault(id.name(), new Face(id.name(), Optional.empty()));
            groups.add(new Group(id.text(), id.parent(), id.level(), face, shown.count(), shown.open()));
            groups.addAll(resources.getOrDefault(id, List.of()));
        }
        return groups;
    }

    private static Map<GroupId, List<Group>> resources(Engine engine, Matching matching, Layout layout, Ground ground) {
        List<Json> opened = ground.numbers().stream()
                .filter(number -> layout.tellsApart(ground.place(number)))
                .map(Json::of)
                .map(Json.class::cast)
                .toList();
        if (opened.isEmpty()) {
            return Map.of();
        }
        Fragment query = matching.select(
                Fragment.of("r.uid, r.place, r.name"),
                Fragment.of("r.place IN (SELECT unnest(from_json({}, '[\"INTEGER\"]')))", new Json.Arr(opened).text()),
                Fragment.of("ORDER BY r.name, r.uid"));
        return engine.ask(query, answer -> {
            var resources = new HashMap<GroupId, List<Group>>();
            while (answer.next()) {
                GroupId within = layout.innermost(ground.place((int) answer.number(2)));
                resources.computeIfAbsent(within, _ -> new ArrayList<>()).add(resource(answer, within));
            }
            return resources;
        });
    }

    private static Group resource(Answer answer, GroupId within) throws SQLException {
        String uid = answer.text(1);
        return new Group(
                uid, Optional.of(within), Level.RESOURCE, new Face(answer.text(3), Optional.of(uid)), 1, false);
    }

    /** By their ids. */
    private static Map<String, Face> networks(Engine engine, Matching matching) {
        return engine.ask(matching.known(Fragment.of("r.native_id, r.name, r.uid"), Fragment.of(NETWORKS)), answer -> {
            var networks = new HashMap<String, Face>();
            while (answer.next()) {
                networks.put(answer.text(1), new Face(answer.text(2), Optional.of(answer.text(3))));
            }
            return networks;
        });
    }
}
