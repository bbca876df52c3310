package dev.quarterdeck.compiler;

import java.util.Optional;

/** What an expression can see: the resource so far, and its parent's where a type is listed for each of another's. */
record Scope(Form resource, Optional<Form> parent) {
    Scope with(Form changed) {
        return new Scope(changed, parent);
    }
}
