package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.Access;
import dev.quarterdeck.identity.User;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.identity.access.Explanation;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Why somebody may do something or may not: everybody may ask about themselves, who reads bindings about others. */
public final class ExplainApi {
    private final Access access;
    private final Users users;
    private final Function<String, Target> accounts;

    /** {@code accounts} gives an account as rights see it, or fails as for what is not there. */
    public ExplainApi(Access access, Users users, Function<String, Target> accounts) {
        this.access = access;
        this.users = users;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        return List.of(Route.of("explain", this::explain));
    }

    private Reply explain(Call call) {
        Fields body = Fields.of(call.body());
        Permission permission = body.text("permission", Permission::parse);
        Target target =
                body.maybeText("account_id").map(id -> account(call, id)).orElse(Target.Hub.VALUE);
        Optional<String> other = body.maybeText("user_id")
                .filter(handle -> !handle.equals(call.caller().user().handle()));
        return Reply.ok(json(other.map(handle -> access.explain(user(call, handle), permission, target))
                .orElseGet(() -> access.explain(call.caller(), permission, target))));
    }

    private Target account(Call call, String id) {
        Target target = accounts.apply(id);
        if (!access.decide(call.caller(), Permission.ACCOUNT_READ, target).allowed()) {
            throw new FailureException(new Failure.NotFound("account", id));
        }
        return target;
    }

    private User user(Call call, String handle) {
        access.require(call.caller(), Permission.BINDING_READ, Target.Hub.VALUE, call.origin());
        return users.find(handle).orElseThrow(() -> new FailureException(new Failure.NotFound("user", handle)));
    }

    private static Json.Obj json(Explanation explanation) {
        return new Members()
                .put("allowed", explanation.decision().allowed())
                .put("reason", explanation.decision().reason())
                .put(
                        "considered",
                        Json.of(explanation.considered().stream()
                                .map(ExplainApi::json)
                                .toList()))
                .json();
    }

    private static Json.Obj json(Explanation.Considered considered) {
        return new Members()
                .put("rule", considered.rule())
                .put("bearing", considered.bearing().name().toLowerCase(Locale.ROOT))
                .json();
    }
}
