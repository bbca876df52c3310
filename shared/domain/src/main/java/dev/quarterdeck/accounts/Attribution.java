package dev.quarterdeck.accounts;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;

/** Who is on record as having done something: a person's act ({@code act::did}), or the hub itself. */
public interface Attribution {
    Entry did(String action, Thing object);

    /** The hub, on a run of its own. */
    static Attribution hub(String run) {
        return (action, object) -> Entry.of(Actor.HUB, action, object, Outcome.done(), Origin.internal(run));
    }
}
