package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.Decision;
import java.util.List;
import java.util.Optional;

/** Somebody who was allowed something, through some request, by some rule: what use cases are given and records name. */
public record Act(Caller by, Origin from, Decision.Allowed allowed) {
    /** The audit record of what this act did. */
    public Entry did(String action, Thing object) {
        return ended(action, object, "done");
    }

    /** The audit record of what this act came to. */
    public Entry ended(String action, Thing object, String result) {
        var outcome = new Outcome(true, List.of(allowed.reason()), result);
        return new Entry(by.actor(), Optional.empty(), action, object, outcome, from);
    }
}
