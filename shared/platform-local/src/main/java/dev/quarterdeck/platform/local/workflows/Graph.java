package dev.quarterdeck.platform.local.workflows;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** States and where they begin: a whole workflow, a branch, or what is done with each item. */
record Graph(String start, Map<String, State> states) {
    /** Each state leads to states that are there, and each is led to. */
    Graph {
        states = Map.copyOf(states);
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!states.containsKey(name)) {
                throw new IllegalArgumentException("leads to a state that is not there: '%s'".formatted(name));
            }
            if (reached.add(name)) {
                open.addAll(states.get(name).leads());
            }
        }
        states.keySet().stream()
                .filter(name -> !reached.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("nothing leads to the state '%s'".formatted(name));
                });
    }

    State state(String name) {
        return Objects.requireNonNull(states.get(name), name);
    }
}
