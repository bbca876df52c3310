package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.identity.Sessions.Activity;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Target;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who stands at the door, and what they may: all that an edge needs to know of people and machines. */
public final class Gate {
    private final Sessions sessions;
    private final ApiKeys keys;
    private final Access access;

    @Inject
    public Gate(Sessions sessions, ApiKeys keys, Access access) {
        this.sessions = sessions;
        this.keys = keys;
        this.access = access;
    }

    /** Whose browser session this is; a poll in the background does not keep it alive. */
    public Optional<Caller> session(String cookie, boolean background) {
        return SessionToken.of(cookie)
                .flatMap(token -> sessions.authenticate(token, background ? Activity.BACKGROUND : Activity.PERSON));
    }

    /** Whose key this is, or whose session, for the command line carries one as a bearer. */
    public Optional<Caller> bearer(String token, Origin origin) {
        return KeyText.looksLikeOne(token) ? keys.authenticate(token, origin) : session(token, false);
    }

    /** The answer, put on record where it is no, or where it lets somebody read. */
    public Decision decide(Caller caller, Permission permission, Target target, Origin origin) {
        return access.answer(caller, permission, target, origin);
    }
}
