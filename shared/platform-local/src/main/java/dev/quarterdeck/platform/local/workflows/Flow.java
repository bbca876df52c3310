package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import java.util.Optional;

/** What happens to JSON on its way into a state and out of it. */
record Flow(Filter input, Optional<Template> parameters, Optional<Template> selector, Placing placing, Filter output) {

    /** What of its input a state sees, before parameters are made of it. */
    Json seen(Scope scope) {
        return input.apply(scope);
    }

    /** What a state works on. */
    Json effective(Scope scope) {
        Json seen = seen(scope);
        return parameters.map(template -> template.fill(scope.with(seen))).orElse(seen);
    }

    /** What leaves the state that came to this result. */
    Json leave(Scope scope, Json result) {
        Json selected =
                selector.map(template -> template.fill(scope.with(result))).orElse(result);
        return output.apply(scope.with(placing.place(scope.data(), selected)));
    }

    /** A part of what is there; without a path an empty object. */
    record Filter(Optional<Path> path) {
        Json apply(Scope scope) {
            return path.map(some -> some.evaluate(scope)).orElse(Json.Obj.EMPTY);
        }
    }
}
