package dev.quarterdeck.identity.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules as Cedar policies, for those who check ours with another engine. Entities: {@code User} (member of its
 * {@code Group}s; a narrowed one has {@code only}, a set of actions), {@code Action}, {@code Hub} and {@code Account}
 * with {@code account}, {@code units}, {@code tags}, {@code environment}, {@code team}; context: {@code at} and
 * {@code signed_in} in epoch seconds.
 */
public final class CedarText {
    /** True, or an error, where the times are no whole numbers or too far apart: a permit in error permits nothing. */
    private static final String SENSE = "context.at - context.signed_in <= " + Long.MAX_VALUE;

    private CedarText() {}

    /** Policies that decide as {@link Policies} of the same rules does. */
    public static String of(Collection<Role> roles, Collection<Binding> bindings, Collection<Deny> denies) {
        var permits = bindings.stream()
                .flatMap(binding -> roles.stream()
                        .filter(role -> role.id().equals(binding.role())
                                && !role.permissions().isEmpty())
                        .map(role -> permit(binding, role)));
        var forbids =
                denies.stream().filter(deny -> !deny.permissions().isEmpty()).map(CedarText::forbid);
        return Stream.of(permits, forbids, limits())
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    /** The name of a user or group as an entity. */
    public static String id(Subject subject) {
        return switch (subject) {
            case UserId user -> id(user.issuer(), user.subject());
            case GroupId group -> id(group.issuer(), group.name());
        };
    }

    private static String id(String issuer, String name) {
        return "%d:%s%s".formatted(issuer.length(), issuer, name);
    }

    private static String permit(Binding binding, Role role) {
        var conditions = Stream.concat(
                Stream.of(SENSE),
                Stream.of(
                                binding.period().from().map(from -> "context.at >= " + from.getEpochSecond()),
                                binding.period().until().map(until -> "context.at < " + until.getEpochSecond()),
                                Optional.of(holds(binding.scope())))
                        .flatMap(Optional::stream));
        return "permit (%s, action in %s, resource)%nwhen { %s };"
                .formatted(
                        principal(Optional.of(binding.subject())),
                        actions(role.permissions()),
                        conditions.collect(Collectors.joining(" && ")));
    }

    private static String forbid(Deny deny) {
        return "forbid (%s, action in %s, resource)%nwhen { %s };"
                .formatted(principal(deny.subject()), actions(deny.permissions()), holds(deny.scope()));
    }

    private static Stream<String> limits() {
        return Stream.of(
                "forbid (principal, action, resource)%nwhen { principal has only && !principal.only.contains(action) };"
                        .formatted(),
                "forbid (principal, action in %s, resource)%nwhen { principal has only };"
                        .formatted(actions(where(permission -> !permission.fitsKeys()))),
                "forbid (principal, action in %s, resource)%nunless { %s };"
                        .formatted(
                                actions(where(Permission::needsFreshSignIn)),
                                "context.at - context.signed_in <= %1$d && context.at - context.signed_in >= -%1$d"
                                        .formatted(Policies.FRESH.toSeconds())));
    }

    private static Set<Permission> where(Predicate<Permission> kind) {
        return Stream.of(Permission.values()).filter(kind).collect(Collectors.toSet());
    }

    private static String principal(Optional<Subject> subject) {
        return subject.map(it -> switch (it) {
                    case UserId user -> "principal == User::" + quoted(id(user));
                    case GroupId group -> "principal in Group::" + quoted(id(group));
                })
                .orElse("principal");
    }

    private static String actions(Set<Permission> permissions) {
        return permissions.stream()
                .map(permission -> "Action::" + quoted(permission.text()))
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String holds(Scope scope) {
        return switch (scope) {
            case Scope.Everywhere _ -> "true";
            case Scope.Accounts(var ids) ->
                "(resource has account && %s.contains(resource.account))"
                        .formatted(list(ids.stream().sorted().toList()));
            case Scope.Under(var unit) -> "(resource has units && resource.units.contains(%s))".formatted(quoted(unit));
            case Scope.Tagged(var key, var value) ->
                "(resource has tags && resource.tags has %1$s && resource.tags[%1$s] == %2$s)"
                        .formatted(quoted(key), quoted(value));
            case Scope.InEnvironment(var name) -> has("environment", name);
            case Scope.OfTeam(var team) -> has("team", team);
            case Scope.AllOf(var parts) ->
                parts.stream().map(CedarText::holds).sorted().collect(Collectors.joining(" && ", "(", ")"));
        };
    }

    private static String has(String attribute, String value) {
        return "(resource has %1$s && resource.%1$s == %2$s)".formatted(attribute, quoted(value));
    }

    private static String list(List<String> texts) {
        return texts.stream().map(CedarText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c < 0x20 || c == '"' || c == '\\' || c > 0x7e) {
                quoted.append("\\u{%x}".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
