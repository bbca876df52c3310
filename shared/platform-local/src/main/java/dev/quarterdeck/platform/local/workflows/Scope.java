package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;

/** What paths are looked up in: {@code $} is the data, {@code $$} what is known about the execution. */
record Scope(Json data, Json.Obj context) {
    Scope with(Json other) {
        return new Scope(other, context);
    }
}
