package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.access.Target;

/** Operations about the one account that their path names. */
record Named(Register register) {
    static final String PATH = "/api/aws/accounts/";

    Route route(String operation, Route.Handler handler) {
        return Route.about(operation, this::target, handler);
    }

    Account account(Call call) {
        return register.find(id(call));
    }

    private Target target(Call call) {
        return AccountTarget.of(account(call));
    }

    static AccountId id(Call call) {
        return new AccountId(call.path("account_id"));
    }

    static Reply shown(Account account) {
        return Reply.ok(AccountCodec.encode(account)).version(account.revision().version());
    }
}
