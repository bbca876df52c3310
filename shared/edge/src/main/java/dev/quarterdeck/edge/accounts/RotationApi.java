package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.rotation.RotationLog;
import dev.quarterdeck.accounts.rotation.RotationPlan;
import dev.quarterdeck.accounts.rotation.RotationPlans;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** How often an account's credential is changed by itself, and what came of it so far. */
final class RotationApi {
    private final Named named;
    private final RotationPlans plans;
    private final RotationLog log;
    private final Paging paging;

    RotationApi(Named named, RotationPlans plans, RotationLog log, Paging paging) {
        this.named = named;
        this.plans = plans;
        this.log = log;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(
                named.route("showRotationPlan", this::show),
                named.route("planRotation", this::plan),
                named.route("listRotations", this::history));
    }

    private Reply show(Call call) {
        RotationPlan plan = plans.of(named.account(call));
        var answer = new Members().put("account_id", Named.id(call).value());
        plan.every().ifPresent(every -> answer.put("every_days", every.toDays()));
        return Reply.ok(answer.maybeAt("next_at", plan.next()).json());
    }

    private Reply plan(Call call) {
        plans.set(Named.id(call), Fields.of(call.body()).maybeWhole("every_days"), call.act()::did);
        return show(call);
    }

    private Reply history(Call call) {
        return paging.rows(call, log.of(Named.id(call), paging.from(call)));
    }
}
