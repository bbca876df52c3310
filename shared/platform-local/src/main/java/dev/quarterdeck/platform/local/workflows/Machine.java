package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A definition, read: its states, and how long an execution may run. */
record Machine(Graph graph, Optional<Duration> timeout) {
    private static final Set<String> FIELDS = Set.of("Comment", "StartAt", "States", "TimeoutSeconds", "Version");

    /** Reads a definition and refuses, with the place, whatever in it this interpreter would not do. */
    static Machine read(String definition) {
        if (!(Json.parse(definition) instanceof Json.Obj object)) {
            throw new Malformed("", "must be an object");
        }
        Fields fields = Fields.of(object).only(FIELDS);
        if (!fields.maybeText("Version").orElse("1.0").equals("1.0")) {
            throw new Malformed("/Version", "must be 1.0");
        }
        var machine = new Machine(
                new GraphReader().read(fields),
                fields.maybeWhole("TimeoutSeconds").map(Duration::ofSeconds));
        machine.checkNames();
        return machine;
    }

    /** What its tasks are done by. */
    SortedSet<String> tasks() {
        return all(graph)
                .flatMap(graph -> graph.states().values().stream())
                .flatMap(state -> state instanceof State.Task task
                        ? Stream.of(task.resource().task())
                        : Stream.of())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkNames() {
        var names = new HashSet<String>();
        all(graph)
                .flatMap(some -> some.states().keySet().stream())
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Malformed("/States", "has two states of the name '%s'".formatted(name));
                });
    }

    private static Stream<Graph> all(Graph graph) {
        return Stream.concat(
                Stream.of(graph),
                graph.states().values().stream()
                        .flatMap(state -> inner(state).stream())
                        .flatMap(Machine::all));
    }

    private static List<Graph> inner(State state) {
        return switch (state) {
            case State.Map map -> List.of(map.iteration().graph());
            case State.Parallel parallel -> parallel.branches();
            case State.Pass _, State.Wait _, State.Task _, State.Succeed _, State.Choice _, State.Fail _ -> List.of();
        };
    }
}
