package dev.quarterdeck.identity;

import dev.quarterdeck.audit.AccessLog;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Explanation;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Policies;
import dev.quarterdeck.identity.access.Principal;
import dev.quarterdeck.identity.access.Request;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one door: asks the rules, records the denials and the reads, and gives out the right to act. */
public final class Access {
    /** Where denials, and where allowed reads are recorded. */
    public record Logs(AuditLog audit, AccessLog reads) {
        @Inject
        public Logs {}
    }

    private final Rules rules;
    private final Logs logs;
    private final Clock clock;

    @Inject
    public Access(Rules rules, Logs logs, Clock clock) {
        this.rules = rules;
        this.logs = logs;
        this.clock = clock;
    }

    public Decision decide(Caller caller, Permission permission, Target target) {
        return policies(permission).decide(caller.asks(permission, target, clock.instant()));
    }

    public Explanation explain(Caller caller, Permission permission, Target target) {
        return rules.current().explain(caller.asks(permission, target, clock.instant()));
    }

    /** What it would be for somebody who had just signed in with all that they have. */
    public Explanation explain(User user, Permission permission, Target target) {
        Instant now = clock.instant();
        return rules.current().explain(new Request(principal(user), permission, target, Request.context(now, now)));
    }

    /** What the caller may see of a list, to be asked of the table in just these scopes. */
    public Sight sight(Caller caller, Permission permission) {
        return policies(permission).sight(caller.principal(), permission, caller.context(clock.instant()));
    }

    /** What somebody who is not here to ask may see of a list, by the rules as they stand this moment. */
    public Sight sight(User user, Permission permission) {
        Instant now = clock.instant();
        return rules.current().sight(principal(user), permission, Request.context(now, now));
    }

    /** The decision, on record where it is a denial or allows a read. An allowed change is recorded with the change. */
    public Decision answer(Caller caller, Permission permission, Target target, Origin origin) {
        var decision = decide(caller, permission, target);
        switch (decision) {
            case Decision.Allowed _
            when permission.reads() -> logs.reads().note(entry(caller, permission, target, decision, origin));
            case Decision.Allowed _ -> {}
            case Decision.Denied _ -> logs.audit().record(entry(caller, permission, target, decision, origin));
        }
        return decision;
    }

    /** The right to act, or a failure. */
    public Act require(Caller caller, Permission permission, Target target, Origin origin) {
        return switch (answer(caller, permission, target, origin)) {
            case Decision.Allowed allowed -> new Act(caller, origin, allowed);
            case Decision.Denied denied -> throw new FailureException(failure(permission, denied));
        };
    }

    /** The right of anybody who is signed in over what is their own: password, second factor, sessions. */
    public Act own(Caller caller, Origin origin) {
        return new Act(caller, origin, new Decision.Allowed("self"));
    }

    /** The same for what a stolen session must not change: it takes a sign-in within the last five minutes. */
    public Act ownWithCare(Caller caller, Origin origin) {
        if (caller.signedIn(clock.instant()).plus(Policies.FRESH).isBefore(clock.instant())) {
            throw new FailureException(new Failure.FreshSignInNeeded(Policies.FRESH));
        }
        return own(caller, origin);
    }

    /** What the user may do somewhere and the caller may not do everywhere: none where the caller stands no lower. */
    Set<Permission> beyond(Caller caller, User user) {
        var principal = principal(user);
        var roles = rules.bindings().stream()
                .filter(binding -> principal.is(binding.subject()))
                .map(Binding::role)
                .collect(Collectors.toSet());
        return rules.roles().stream()
                .filter(role -> roles.contains(role.id()))
                .flatMap(role -> role.permissions().stream())
                .filter(permission ->
                        !decide(caller, permission, Target.Hub.VALUE).allowed())
                .collect(Collectors.toSet());
    }

    private static Principal principal(User user) {
        return new Principal(user.id(), user.groups(), Optional.empty());
    }

    private Policies policies(Permission permission) {
        return permission.reads() ? rules.recent() : rules.current();
    }

    private static Failure failure(Permission permission, Decision.Denied denied) {
        return switch (denied) {
            case Decision.SignInAgain(var within) -> new Failure.FreshSignInNeeded(within);
            case Decision.Forbidden forbidden -> new Failure.Forbidden(permission.text(), forbidden.why());
            case Decision.NotGiven _ -> new Failure.Forbidden(permission.text(), "no role of yours gives it here");
            case Decision.NotThisWay _ ->
                new Failure.Forbidden(permission.text(), "not with this key, or not without a second factor");
            case Decision.Senseless _ -> new Failure.Forbidden(permission.text(), "the question makes no sense");
        };
    }

    private static Entry entry(Caller caller, Permission permission, Target target, Decision decision, Origin origin) {
        var outcome = decision.allowed() ? Outcome.done(decision.reason()) : Outcome.denied(decision.reason());
        return Entry.of(caller.actor(), permission.text(), thing(target), outcome, origin);
    }

    private static Thing thing(Target target) {
        return switch (target) {
            case Target.Hub _ -> Thing.of("hub", "hub");
            case Target.InAccount it -> Thing.of("account", it.account());
        };
    }
}
