package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A state of a workflow. Where a next one is missing, the workflow, branch or iteration ends with it. */
sealed interface State {
    Flow flow();

    /** Where it can lead. */
    default List<String> leads() {
        return List.of();
    }

    /** Words of the language, as they stand in a definition's {@code Type}. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** A state after which another one comes, the same in all cases. */
    sealed interface Passed extends State {
        Optional<String> next();

        @Override
        default List<String> leads() {
            return next().stream().toList();
        }
    }

    /** A state that can fail, and what is done then. */
    sealed interface Guarded extends Passed {
        Handling handling();

        @Override
        default List<String> leads() {
            return handling().leads(next());
        }
    }

    record Pass(Flow flow, Optional<Json> result, Optional<String> next) implements Passed {}

    record Wait(Flow flow, Until until, Optional<String> next) implements Passed {}

    record Task(Flow flow, Resource resource, Patience patience, Handling handling, Optional<String> next)
            implements Guarded {}

    record Parallel(Flow flow, List<Graph> branches, Handling handling, Optional<String> next) implements Guarded {}

    record Map(Flow flow, Iteration iteration, Handling handling, Optional<String> next) implements Guarded {}

    record Succeed(Flow flow) implements State {}

    record Choice(Flow flow, List<Option> options, Optional<String> otherwise) implements State {
        record Option(Rule rule, String next) {}

        @Override
        public List<String> leads() {
            return Stream.concat(options.stream().map(Option::next), otherwise.stream())
                    .toList();
        }
    }

    record Fail(Flow flow, Words error, Words cause) implements State {}

    /** What a task is done by. */
    record Resource(String task, boolean waitsForToken) {}

    /** How long a task may take, and how long it may be silent. */
    record Patience(Optional<Duration> timeout, Optional<Duration> heartbeat) {}

    /** The items, what is made of each for its iteration, how many go at once (0: all), and what is done with each. */
    record Iteration(Path items, Optional<Template> selector, int atOnce, Graph graph) {}

    /** Words of a definition, or a text found at a path. */
    record Words(String fixed, Optional<Path> path) {}
}
