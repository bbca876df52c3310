package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Fault;
import java.util.List;
import java.util.Optional;

/** Where a result goes in the input of its state; nowhere if there is no path. */
record Placing(Optional<Path> path) {
    static final Placing ALL = new Placing(Optional.of(Path.ROOT));

    Placing {
        path.ifPresent(some -> {
            boolean members = some.segments().stream().allMatch(Path.Segment.Member.class::isInstance);
            if (some.context() || !members) {
                throw new IllegalArgumentException("a result goes to $ or $.some.member: '%s'".formatted(some.text()));
            }
        });
    }

    Json place(Json input, Json result) {
        return path.map(to -> place(input, result, to.segments())).orElse(input);
    }

    private static Json place(Json input, Json result, List<Path.Segment> to) {
        if (to.isEmpty()) {
            return result;
        }
        if (!(input instanceof Json.Obj object) || !(to.getFirst() instanceof Path.Segment.Member(var name))) {
            throw new FaultException(
                    Fault.RESULT_PATH_MATCH_FAILURE,
                    "a result can be placed in an object alone, which this input is not");
        }
        Json inner = object.get(name).orElse(Json.Obj.EMPTY);
        return object.with(name, place(inner, result, to.subList(1, to.size())));
    }
}
