package dev.quarterdeck.edge;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.identity.Access;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.Gate;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.Target;
import java.util.Optional;

/** What the edge asks about people: who sends this, and whether they may. Denials are put on record by whoever decides. */
public interface Gatekeeper {
    /** Whose browser session this is; a poll in the background does not keep it alive. */
    Optional<Caller> session(String cookie, boolean background);

    /** Whose key or token this is. */
    Optional<Caller> bearer(String token, Origin origin);

    Decision decide(Caller caller, Permission permission, Target target, Origin origin);

    /** What the caller may see of a list. */
    Sight sight(Caller caller, Permission permission);

    /** The hub's own people and rules. */
    static Gatekeeper of(Gate gate, Access access) {
        return new Gatekeeper() {
            @Override
            public Optional<Caller> session(String cookie, boolean background) {
                return gate.session(cookie, background);
            }

            @Override
            public Optional<Caller> bearer(String token, Origin origin) {
                return gate.bearer(token, origin);
            }

            @Override
            public Decision decide(Caller caller, Permission permission, Target target, Origin origin) {
                return gate.decide(caller, permission, target, origin);
            }

            @Override
            public Sight sight(Caller caller, Permission permission) {
                return access.sight(caller, permission);
            }
        };
    }
}
