package dev.quarterdeck.identity;

import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Deny;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.identity.access.RuleCodec;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Changes who may do what. Nobody widens their own rights: that takes somebody else, or the workspace's console. */
public final class RuleChanges {
    private static final int ATTEMPTS = 10;

    private final Table table;
    private final Rules rules;
    private final AuditLog audit;

    @Inject
    public RuleChanges(Table table, Rules rules, AuditLog audit) {
        this.table = table;
        this.rules = rules;
        this.audit = audit;
    }

    public void save(Role role, Act act) {
        notBuiltIn(role.id());
        if (rules.bindings().stream().anyMatch(it -> it.role().equals(role.id()) && concerns(it, act))) {
            throw ownRights();
        }
        put(new Rule("role", role.id(), Rules.role(role.id())), RuleCodec.encode(role), act);
    }

    public void removeRole(String id, Act act) {
        notBuiltIn(id);
        var users = rules.bindings().stream()
                .filter(it -> it.role().equals(id))
                .map(Binding::id)
                .toList();
        if (!users.isEmpty()) {
            throw new FailureException(new Failure.Conflict("the role is bound: " + String.join(", ", users)));
        }
        remove(new Rule("role", id, Rules.role(id)), act);
    }

    public void save(Binding binding, Act act) {
        if (rules.roles().stream().noneMatch(role -> role.id().equals(binding.role()))) {
            throw new FailureException(Failure.invalid("/role_id", "names no role: '%s'".formatted(binding.role())));
        }
        if (concerns(binding, act)) {
            throw ownRights();
        }
        put(new Rule("binding", binding.id(), Rules.binding(binding.id())), RuleCodec.encode(binding), act);
    }

    public void removeBinding(String id, Act act) {
        remove(new Rule("binding", id, Rules.binding(id)), act);
    }

    public void save(Deny deny, Act act) {
        notLifting(deny.id(), act);
        put(new Rule("deny", deny.id(), Rules.deny(deny.id())), RuleCodec.encode(deny), act);
    }

    public void removeDeny(String id, Act act) {
        notLifting(id, act);
        remove(new Rule("deny", id, Rules.deny(id)), act);
    }

    private record Rule(String kind, String id, Key key) {}

    private static boolean concerns(Binding binding, Act act) {
        return !console(act) && act.by().principal().is(binding.subject());
    }

    /** To replace or remove a deny that binds oneself is to widen one's own rights. */
    private void notLifting(String id, Act act) {
        var bound = rules.denies().stream()
                .filter(it -> it.id().equals(id))
                .anyMatch(it -> it.subject()
                        .filter(who -> !act.by().principal().is(who))
                        .isEmpty());
        if (bound && !console(act)) {
            throw ownRights();
        }
    }

    private static boolean console(Act act) {
        return act.by().means() instanceof Means.Console;
    }

    private static void notBuiltIn(String id) {
        if (Role.BUILT_IN.stream().anyMatch(role -> role.id().equals(id))) {
            throw new FailureException(new Failure.Conflict("the role '%s' is built in".formatted(id)));
        }
    }

    private static FailureException ownRights() {
        return new FailureException(new Failure.Conflict("somebody else must change what you yourself may do"));
    }

    private void put(Rule rule, Json.Obj after, Act act) {
        replace(rule, Optional.of(after), act);
    }

    private void remove(Rule rule, Act act) {
        replace(rule, Optional.empty(), act);
    }

    private void replace(Rule rule, Optional<Json.Obj> after, Act act) {
        Contention.insist(ATTEMPTS, "the rules cannot be changed now", () -> {
            var before = table.get(rule.key());
            if (before.isEmpty() && after.isEmpty()) {
                throw new FailureException(new Failure.NotFound(rule.kind(), rule.id()));
            }
            var thing = Thing.changed(rule.kind(), rule.id(), before.map(Row::data), after);
            var entry = act.did(rule.kind() + (after.isPresent() ? ".save" : ".remove"), thing);
            return audit.commit(List.of(write(rule.key(), before, after), Rules.changed()), entry);
        });
        rules.forget();
    }

    private static Write write(Key key, Optional<Row> before, Optional<Json.Obj> after) {
        return after.<Write>map(data -> Write.over(before, key, data))
                .orElseGet(() -> Write.delete(key)
                        .when(new Condition.VersionIs(before.orElseThrow().version())));
    }
}
