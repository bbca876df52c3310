package dev.quarterdeck.edge;

import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Target;
import java.util.Optional;

/** What the edge asks about people: who sends this, and whether they may. Denials are put on record by whoever decides. */
public interface Gatekeeper {
    /** Whose browser session this is; a poll in the background does not keep it alive. */
    Optional<Caller> session(String cookie, boolean background);

    /** Whose key or token this is, used from this address. */
    Optional<Caller> bearer(String token, String source);

    Decision decide(Caller caller, Permission permission, Target target, String requestId);
}
