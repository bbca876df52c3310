package dev.quarterdeck.collect.edges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Few names, many times: each has a number. */
final class Numbers {
    static final int UNKNOWN = -1;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The name's number, which it gets if it has none. */
    int number(String name) {
        int known = find(name);
        if (known != UNKNOWN) {
            return known;
        }
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    int find(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    String name(int number) {
        return names.get(number);
    }
}
