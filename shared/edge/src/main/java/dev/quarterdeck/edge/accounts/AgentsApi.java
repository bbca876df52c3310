package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.governance.KillSwitches;
import dev.quarterdeck.governance.Leave;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** Whether agents may act: in one account, and at all. */
final class AgentsApi {
    private final Named named;
    private final KillSwitches switches;

    AgentsApi(Named named, KillSwitches switches) {
        this.named = named;
        this.switches = switches;
    }

    List<Route> routes() {
        return List.of(
                named.route("showAccountAgents", this::inAccount),
                Route.of("showAgents", _ -> everywhere()),
                Route.of("resumeAgents", this::resume));
    }

    private Reply inAccount(Call call) {
        Account account = named.account(call);
        var answer = new Members().put("account_id", account.id().value());
        return switch (switches.mayActNow(AccountTarget.of(account))) {
            case Leave.Given _ -> Reply.ok(answer.put("may_act", true).json());
            case Leave.Withheld(var stop) -> Reply.ok(stopped(answer, stop).json());
        };
    }

    private Reply everywhere() {
        return Reply.ok(switches.everywhere()
                .map(stop -> stopped(new Members(), stop))
                .orElseGet(() -> new Members().put("may_act", true))
                .json());
    }

    private Reply resume(Call call) {
        switches.liftEverywhere(call.act()::did);
        return everywhere();
    }

    private static Members stopped(Members answer, Stop stop) {
        return answer.put("may_act", false)
                .put("stopped_by", stop.account().isPresent() ? "account" : "hub")
                .put("since", stop.since())
                .put("why", stop.why());
    }
}
