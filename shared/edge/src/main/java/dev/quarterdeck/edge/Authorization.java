package dev.quarterdeck.edge;

import dev.quarterdeck.edge.contract.Access;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.util.Optional;

/** Whether the caller may do what the operation does to what the request is about, and by what right. */
final class Authorization {
    private static final Decision.Allowed SELF = new Decision.Allowed("self");

    private final Gatekeeper gatekeeper;

    Authorization(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    /** The call with the right it goes on by. */
    Call allow(Route route, Call call) {
        return switch (call.operation().access()) {
            case Access.Open _ -> call;
            case Access.SignedIn _ -> call.allowed(new Grant(SELF, Sight.NOTHING));
            case Access.Needs _ -> call.allowed(grant(route, call));
        };
    }

    private Grant grant(Route route, Call call) {
        Permission permission = Desk.permission(call.operation()).orElseThrow();
        Optional<Target> target = route.target().apply(call);
        return target.isPresent()
                ? new Grant(decided(call, permission, target.get()), Sight.NOTHING)
                : seen(call, permission);
    }

    private Decision.Allowed decided(Call call, Permission permission, Target target) {
        return switch (decide(call, permission, target)) {
            case Decision.Allowed allowed -> allowed;
            case Decision.SignInAgain(var within) -> throw new FailureException(new Failure.FreshSignInNeeded(within));
            case Decision.Denied denied -> throw refusal(call, permission, target, denied);
        };
    }

    /** A list is given to whoever may see some of it; who may see nothing is denied, on record. */
    private Grant seen(Call call, Permission permission) {
        Sight sight = gatekeeper.sight(call.caller(), permission);
        return sight.nothing()
                ? new Grant(decided(call, permission, Target.Hub.VALUE), sight)
                : new Grant(new Decision.Allowed("sight"), sight);
    }

    /** What a caller may not even see is refused in the very words for what is not there. */
    private FailureException refusal(Call call, Permission permission, Target target, Decision.Denied denied) {
        boolean hidden = target instanceof Target.InAccount && !sees(call, permission, target);
        Failure failure = hidden
                ? new Failure.NotFound("account", ((Target.InAccount) target).account())
                : new Failure.Forbidden(permission.text(), why(denied));
        return new FailureException(failure);
    }

    private static String why(Decision.Denied denied) {
        return denied instanceof Decision.Forbidden forbidden ? forbidden.why() : denied.reason();
    }

    /** Nobody asked to read it, so that neither a read nor a second denial goes on record. */
    private boolean sees(Call call, Permission permission, Target target) {
        return permission != Permission.ACCOUNT_READ
                && gatekeeper.sight(call.caller(), Permission.ACCOUNT_READ).includes(target);
    }

    private Decision decide(Call call, Permission permission, Target target) {
        return gatekeeper.decide(call.caller(), permission, target, call.origin());
    }

    /** By what right a call goes on, and how much of a list it sees. */
    record Grant(Decision.Allowed by, Sight sight) {}
}
