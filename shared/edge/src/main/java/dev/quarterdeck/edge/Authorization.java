package dev.quarterdeck.edge;

import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.util.Optional;

/** Whether the caller may do what the operation does to what the request is about. */
final class Authorization {
    private final Gatekeeper gatekeeper;

    Authorization(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    void check(Route route, Call call) {
        Optional<Permission> permission = Desk.permission(call.operation());
        if (permission.isEmpty()) {
            return;
        }
        Target target = route.target().apply(call);
        switch (decide(call, permission.get(), target)) {
            case Decision.Allowed _ -> {}
            case Decision.SignInAgain(var within) -> throw new FailureException(new Failure.FreshSignInNeeded(within));
            case Decision.Denied denied -> throw refusal(call, permission.get(), target, denied);
        }
    }

    /** What a caller may not even see is refused in the very words for what is not there. */
    private FailureException refusal(Call call, Permission permission, Target target, Decision.Denied denied) {
        boolean visible = !(target instanceof Target.InAccount) || sees(call, permission, target);
        Failure failure = visible
                ? new Failure.Forbidden(permission.text(), denied.reason())
                : new Failure.NotFound("account", ((Target.InAccount) target).account());
        return new FailureException(failure);
    }

    private boolean sees(Call call, Permission permission, Target target) {
        return permission != Permission.ACCOUNT_READ
                && decide(call, Permission.ACCOUNT_READ, target).allowed();
    }

    private Decision decide(Call call, Permission permission, Target target) {
        Caller caller = call.caller();
        return gatekeeper.decide(caller, permission, target, call.sender().requestId());
    }
}
