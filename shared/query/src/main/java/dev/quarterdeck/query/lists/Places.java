package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.topology.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for places: an engine counts by numbers many times quicker than by what they stand for. */
final class Places {
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, Integer> numbers = new HashMap<>();

    synchronized int number(Place place) {
        return numbers.computeIfAbsent(place, it -> {
            places.add(it);
            return places.size() - 1;
        });
    }

    synchronized Place place(int number) {
        return places.get(number);
    }
}
