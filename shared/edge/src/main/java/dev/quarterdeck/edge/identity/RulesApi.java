package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.RuleChanges;
import dev.quarterdeck.identity.Rules;
import dev.quarterdeck.identity.access.RuleCodec;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;

/** Who may do what: roles, their bindings, and denies, each put and removed whole under its own id. */
public final class RulesApi {
    private final Rules rules;
    private final RuleChanges changes;

    public RulesApi(Rules rules, RuleChanges changes) {
        this.rules = rules;
        this.changes = changes;
    }

    public List<Route> routes() {
        return List.of(
                Route.of(
                        "listRoles",
                        _ -> Reply.items(
                                rules.roles().stream().map(RuleCodec::encode).toList())),
                Route.of("putRole", this::putRole),
                Route.of("removeRole", call -> removed(() -> changes.removeRole(call.path("role_id"), call.act()))),
                Route.of(
                        "listBindings",
                        _ -> Reply.items(
                                rules.bindings().stream().map(RuleCodec::encode).toList())),
                Route.of("putBinding", this::putBinding),
                Route.of(
                        "removeBinding",
                        call -> removed(() -> changes.removeBinding(call.path("binding_id"), call.act()))),
                Route.of(
                        "listDenies",
                        _ -> Reply.items(
                                rules.denies().stream().map(RuleCodec::encode).toList())),
                Route.of("putDeny", this::putDeny),
                Route.of("removeDeny", call -> removed(() -> changes.removeDeny(call.path("deny_id"), call.act()))));
    }

    private Reply putRole(Call call) {
        var role = RuleCodec.role(named(call, "role_id"));
        changes.save(role, call.act());
        return Reply.ok(RuleCodec.encode(role));
    }

    private Reply putBinding(Call call) {
        var binding = RuleCodec.binding(named(call, "binding_id"));
        changes.save(binding, call.act());
        return Reply.ok(RuleCodec.encode(binding));
    }

    private Reply putDeny(Call call) {
        var deny = RuleCodec.deny(named(call, "deny_id"));
        changes.save(deny, call.act());
        return Reply.ok(RuleCodec.encode(deny));
    }

    private static Reply removed(Runnable removal) {
        removal.run();
        return Reply.done();
    }

    /** The body with the id of the path; another id in the body is a mistake. */
    private static Json.Obj named(Call call, String name) {
        String id = call.path(name);
        Optional<String> other = Fields.of(call.body()).maybeText(name).filter(text -> !text.equals(id));
        if (other.isPresent()) {
            throw new FailureException(
                    Failure.invalid("/" + name, "is '%s', while the path says '%s'".formatted(other.get(), id)));
        }
        return call.body().with(name, Json.of(id));
    }
}
