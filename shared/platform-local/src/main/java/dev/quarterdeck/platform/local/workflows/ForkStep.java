package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.workflows.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** What is done about states that fork: branches, and an iteration for each item, some of them at once. */
final class ForkStep {
    private final Course course;
    private final BiConsumer<Sequence, Json.Obj> walk;

    ForkStep(Course course, BiConsumer<Sequence, Json.Obj> walk) {
        this.course = course;
        this.walk = walk;
    }

    /** What is forked into: so many, so many of them at once, how each begins, what it knows about its item. */
    private record Children(
            int count, int atOnce, IntFunction<Graph> graph, IntFunction<Json> input, IntFunction<Json.Obj> item) {}

    boolean parallel(Step step, State.Parallel parallel, Scope scope) {
        Json input = Payload.checked(parallel.flow().effective(scope));
        List<Graph> branches = parallel.branches();
        Json.Obj item =
                scope.context().get("Map").orElse(Json.Null.VALUE) instanceof Json.Obj some ? some : Json.Obj.EMPTY;
        var children = new Children(branches.size(), branches.size(), branches::get, _ -> input, _ -> item);
        return fork(step, parallel, scope, children);
    }

    boolean map(Step step, State.Map map, Scope scope) {
        Scope seen = scope.with(map.flow().seen(scope));
        State.Iteration iteration = map.iteration();
        if (!(iteration.items().evaluate(seen) instanceof Json.Arr(var items))) {
            throw new FaultException(Fault.runtime("a list is wanted at the path '%s'"
                    .formatted(iteration.items().text())));
        }
        int atOnce = iteration.atOnce() == 0 ? items.size() : iteration.atOnce();
        IntFunction<Json.Obj> item = child -> item(child, items.get(child));
        IntFunction<Json> input = child -> iteration
                .selector()
                .map(some -> some.fill(new Scope(seen.data(), seen.context().with("Map", item.apply(child)))))
                .orElse(items.get(child));
        return fork(step, map, scope, new Children(items.size(), atOnce, _ -> iteration.graph(), input, item));
    }

    private static Json.Obj item(int index, Json value) {
        return new Members()
                .put("Item", new Members().put("Index", index).put("Value", value))
                .json();
    }

    private boolean fork(Step step, State.Guarded state, Scope scope, Children children) {
        int under = 0;
        for (int i = 0; i < children.count() && under < children.atOnce(); i++) {
            Sequence child = begun(step, i, children);
            walk.accept(child, children.item().apply(i));
            if (!course.execution().isRunning()) {
                return true;
            }
            Optional<Fault> fault = child.fault();
            if (fault.isPresent()) {
                course.fail(step, fault.get());
                return true;
            }
            under += child.isOver() ? 0 : 1;
        }
        if (under > 0) {
            return false;
        }
        List<Json> results = step.children().values().stream()
                .map(child -> child.output().orElseThrow())
                .toList();
        course.leave(step, state.flow().leave(scope, Payload.checked(Json.of(results))), state.next());
        return true;
    }

    private Sequence begun(Step step, int child, Children children) {
        if (!step.children().containsKey(child)) {
            Json input = Payload.checked(children.input().apply(child));
            course.record(new Happening.Entered(
                    step.place().inner(step.tries(), child),
                    children.graph().apply(child).start(),
                    input));
        }
        return step.children().getOrDefault(child, new Sequence(children.graph().apply(child)));
    }
}
