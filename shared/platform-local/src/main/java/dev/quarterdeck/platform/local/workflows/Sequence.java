package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Fault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** States one after another: an execution, a branch, an iteration. Knows where it stands from what happened. */
final class Sequence {
    private final Graph graph;
    private @Nullable Step step;
    private Optional<Json> output = Optional.empty();
    private Optional<Fault> fault = Optional.empty();

    Sequence(Graph graph) {
        this.graph = graph;
    }

    /** Takes what happened here, or in a step that this one forked into; the numbers say where, from here on. */
    void apply(List<Integer> numbers, Event event) {
        if (numbers.size() > 1) {
            child(numbers.get(2)).apply(numbers.subList(3, numbers.size()), event);
            return;
        }
        switch (event.what()) {
            case Happening.Entered entered -> step = new Step(entered, event.at(), graph.state(entered.state()));
            case Happening.Exited(Place _, var left, var last) -> output = last ? Optional.of(left) : Optional.empty();
            case Happening.Broken(Place _, var why) -> fault = Optional.of(why);
            case Happening.Scheduled _, Happening.Submitted _, Happening.Beaten _, Happening.Answered _ ->
                step().apply(event);
            case Happening.Succeeded _, Happening.Failed _ -> step().apply(event);
        }
    }

    private Sequence child(int number) {
        return step().children().computeIfAbsent(number, _ -> new Sequence(inner(number)));
    }

    private Graph inner(int number) {
        return switch (step().state()) {
            case State.Map map -> map.iteration().graph();
            case State.Parallel parallel -> parallel.branches().get(number);
            case State other -> throw new IllegalStateException("a %s forks into nothing".formatted(other.type()));
        };
    }

    Graph graph() {
        return graph;
    }

    Step step() {
        return Objects.requireNonNull(step, "nothing was entered");
    }

    Optional<Json> output() {
        return output;
    }

    Optional<Fault> fault() {
        return fault;
    }

    boolean isOver() {
        return output.isPresent() || fault.isPresent();
    }

    /** The steps that are under way here and below. */
    Stream<Step> open() {
        return isOver()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(step()), step().children().values().stream().flatMap(Sequence::open));
    }
}
