package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Principal;
import dev.quarterdeck.identity.access.Request;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who asks: in whose name, what people call them, and by what means they proved it. */
public record Caller(Principal principal, String name, Means means) {
    /** The command line on its own workspace. */
    public static final Caller CONSOLE = new Caller(
            new Principal(new UserId(UserId.LOCAL, "console"), Set.of(), Optional.empty()),
            "console",
            new Means.Console());

    public UserId user() {
        return principal.user();
    }

    public Actor actor() {
        return new Actor(user().issuer(), user().subject(), means.id(), means.methods());
    }

    /** The question whether this caller may do something now. */
    public Request asks(Permission permission, Target target, Instant now) {
        return new Request(principal, permission, target, context(now));
    }

    public Json.Obj context(Instant now) {
        return Request.context(now, signedIn(now));
    }

    Instant signedIn(Instant now) {
        return switch (means) {
            case Means.Session session -> session.signedIn();
            case Means.ApiKey _ -> Instant.EPOCH;
            case Means.Console _ -> now;
        };
    }
}
