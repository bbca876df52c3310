package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.ResourceMap.Group;
import dev.quarterdeck.inventory.topology.Layout;
import dev.quarterdeck.inventory.topology.Level;
import dev.quarterdeck.inventory.topology.Place;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.query.engine.Fragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** In which of the groups that a map shows a link ends: each place in one, but those whose resources are told apart. */
record Homes(List<Group> groups, List<Json> places, List<Json> resources) {
    /** The home of places without one: it is looked for resource by resource. */
    static final int APART = -1;

    static Homes of(Layout layout, Ground ground, List<Group> groups) {
        var numbers = new HashMap<String, Integer>();
        var resources = new ArrayList<Json>();
        for (int i = 0; i < groups.size(); i++) {
            numbers.put(groups.get(i).id(), i);
            if (groups.get(i).level() == Level.RESOURCE) {
                resources.add(new Members()
                        .put("uid", groups.get(i).id())
                        .put("home", i)
                        .json());
            }
        }
        var places = new ArrayList<Json>();
        for (int number : ground.numbers()) {
            Place place = ground.place(number);
            String innermost = layout.innermost(place).text();
            places.add(new Members()
                    .put("place", number)
                    .put("home", layout.tellsApart(place) ? APART : numbers.getOrDefault(innermost, APART))
                    .json());
        }
        return new Homes(groups, places, resources);
    }

    String id(int home) {
        return groups.get(home).id();
    }

    boolean tellApart() {
        return !resources.isEmpty();
    }

    /** As tables that a query can join. */
    Fragment tables() {
        return Fragment.of("""
                homes AS MATERIALIZED (SELECT unnest(from_json({}, '[{"place":"INTEGER","home":"INTEGER"}]'), recursive := TRUE)),
                apart AS MATERIALIZED (SELECT unnest(from_json({}, '[{"uid":"VARCHAR","home":"INTEGER"}]'), recursive := TRUE))""", new Json.Arr(places).text(), new Json.Arr(resources).text());
    }
}
