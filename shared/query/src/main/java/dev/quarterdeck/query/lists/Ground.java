package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.topology.Place;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many resources of a map are in which place, by the numbers of places. */
record Ground(Places places, SortedMap<Integer, Long> counts) {
    static Ground of(Engine engine, Matching matching, Places places) {
        Fragment query =
                matching.select(Fragment.of("r.place, count(*)"), Fragment.of("TRUE"), Fragment.of("GROUP BY r.place"));
        return engine.ask(query, answer -> {
            var counts = new TreeMap<Integer, Long>();
            while (answer.next()) {
                counts.put((int) answer.number(1), answer.number(2));
            }
            return new Ground(places, counts);
        });
    }

    Set<Integer> numbers() {
        return counts.keySet();
    }

    Place place(int number) {
        return places.place(number);
    }

    Map<Place, Long> byPlace() {
        var byPlace = new HashMap<Place, Long>();
        counts.forEach((number, count) -> byPlace.put(place(number), count));
        return byPlace;
    }
}
