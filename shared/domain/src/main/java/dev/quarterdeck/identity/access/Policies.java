package dev.quarterdeck.identity.access;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.quarterdeck.identity.access.Explanation.Bearing;
import dev.quarterdeck.identity.access.Explanation.Considered;
import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules at one moment, and the evaluator over them. A deny overrides; what no binding gives is denied; a question
 * that makes no sense is denied; there is no other answer.
 */
public final class Policies {
    /** How long a sign-in counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private final Map<String, Role> roles;
    private final Map<Subject, List<Binding>> bindings;
    private final List<Deny> denies;

    public Policies(Collection<Role> roles, Collection<Binding> bindings, Collection<Deny> denies) {
        this.roles = roles.stream().collect(toMap(Role::id, Function.identity()));
        this.bindings = bindings.stream().collect(collectingAndThen(groupingBy(Binding::subject), Map::copyOf));
        this.denies = List.copyOf(denies);
    }

    public Decision decide(@Nullable Request request) {
        try {
            return request == null || hollow(request) ? new Decision.Senseless("hollow") : judge(request);
        } catch (RuntimeException e) { // total by contract: whatever is wrong with a question, the answer is no
            return new Decision.Senseless(e.getClass().getSimpleName());
        }
    }

    private static boolean hollow(Request request) {
        return Stream.of(request.principal(), request.permission(), request.target(), request.context())
                .anyMatch(Objects::isNull);
    }

    /** The decision, and what each rule for this principal said. */
    public Explanation explain(@Nullable Request request) {
        var decision = decide(request);
        if (request == null || decision instanceof Decision.Senseless) {
            return new Explanation(decision, List.of());
        }
        return new Explanation(decision, considered(request));
    }

    /** What a principal may see of a list whose rows are targets of this permission. */
    public Sight sight(Principal principal, Permission permission, Json.Obj context) {
        var moment = Moment.of(context);
        if (moment.isEmpty() || limit(principal, permission, moment.get()).isPresent()) {
            return Sight.NOTHING;
        }
        Set<Scope> within =
                given(principal, permission, moment.get()).map(Binding::scope).collect(toSet());
        Set<Scope> without = forbidding(principal, permission).map(Deny::scope).collect(toSet());
        return within.isEmpty() ? Sight.NOTHING : new Sight(within, without);
    }

    private Decision judge(Request request) {
        var moment = Moment.of(request.context());
        if (moment.isEmpty()) {
            return new Decision.Senseless("context");
        }
        var principal = request.principal();
        var permission = request.permission();
        var target = request.target();
        var deny = forbidding(principal, permission)
                .filter(it -> it.scope().covers(target))
                .findFirst();
        if (deny.isPresent()) {
            return new Decision.Forbidden(deny.get().id(), deny.get().why());
        }
        var binding = given(principal, permission, moment.get())
                .filter(it -> it.scope().covers(target))
                .findFirst();
        if (binding.isEmpty()) {
            return Decision.NotGiven.VALUE;
        }
        return limit(principal, permission, moment.get())
                .orElseGet(() -> new Decision.Allowed(binding.get().id()));
    }

    /** What holds a principal back from a permission wherever it is used. */
    private static Optional<Decision> limit(Principal principal, Permission permission, Moment moment) {
        if (principal.only().isPresent()
                && (!permission.fitsKeys() || !principal.only().get().contains(permission))) {
            return Optional.of(Decision.NotThisWay.VALUE);
        }
        return permission.needsFreshSignIn() && !moment.fresh(FRESH)
                ? Optional.of(new Decision.SignInAgain(FRESH))
                : Optional.empty();
    }

    private Stream<Deny> forbidding(Principal principal, Permission permission) {
        return denies.stream().filter(deny -> deny.permissions().contains(permission) && concerns(deny, principal));
    }

    private static boolean concerns(Deny deny, Principal principal) {
        return deny.subject().isEmpty() || principal.is(deny.subject().get());
    }

    private Stream<Binding> given(Principal principal, Permission permission, Moment moment) {
        return bound(principal)
                .filter(binding -> gives(binding.role(), permission)
                        && binding.period().begun(moment.at())
                        && !binding.period().ended(moment.at()));
    }

    private Stream<Binding> bound(Principal principal) {
        return principal.subjects().flatMap(subject -> bindings.getOrDefault(subject, List.of()).stream());
    }

    private boolean gives(String id, Permission permission) {
        var role = roles.get(id);
        return role != null && role.permissions().contains(permission);
    }

    private List<Considered> considered(Request request) {
        var denied = denies.stream()
                .filter(deny -> concerns(deny, request.principal()))
                .map(deny -> new Considered("deny:" + deny.id(), bearing(deny, request)));
        var given = bound(request.principal())
                .map(binding -> new Considered("binding:" + binding.id(), bearing(binding, request)));
        return Stream.concat(denied, given).toList();
    }

    private static Bearing bearing(Deny deny, Request request) {
        if (!deny.permissions().contains(request.permission())) {
            return Bearing.OTHER_PERMISSION;
        }
        return deny.scope().covers(request.target()) ? Bearing.FORBIDS : Bearing.OTHER_PLACE;
    }

    private Bearing bearing(Binding binding, Request request) {
        long at = Moment.of(request.context()).orElseThrow().at();
        if (!roles.containsKey(binding.role())) {
            return Bearing.UNKNOWN_ROLE;
        } else if (!gives(binding.role(), request.permission())) {
            return Bearing.OTHER_PERMISSION;
        } else if (!binding.period().begun(at)) {
            return Bearing.NOT_YET;
        } else if (binding.period().ended(at)) {
            return Bearing.ENDED;
        }
        return binding.scope().covers(request.target()) ? Bearing.GIVES : Bearing.OTHER_PLACE;
    }
}
