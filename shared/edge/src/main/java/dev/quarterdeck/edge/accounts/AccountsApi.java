package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.connect.AccountChange;
import dev.quarterdeck.accounts.connect.Connecting;
import dev.quarterdeck.accounts.connect.NewAccount;
import dev.quarterdeck.accounts.connect.Updating;
import dev.quarterdeck.accounts.proof.Onboarding;
import dev.quarterdeck.accounts.proof.ProofCodec;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import java.util.List;

/** The accounts that the hub runs: known, described, proven, listed. */
final class AccountsApi {
    private static final int MOST = 100;

    private final Accounts accounts;
    private final Named named;
    private final Deeds deeds;
    private final Paging paging;

    AccountsApi(Accounts accounts, Named named, Deeds deeds, Paging paging) {
        this.accounts = accounts;
        this.named = named;
        this.deeds = deeds;
        this.paging = paging;
    }

    /** What can be done with accounts. */
    record Deeds(Connecting connecting, Updating updating, Onboarding onboarding) {}

    List<Route> routes() {
        return List.of(
                Route.of("connectAccount", this::connect),
                Route.list("listAccounts", this::list),
                named.route("showAccount", call -> Named.shown(named.account(call))),
                named.route("updateAccount", this::update),
                named.route("validateAccount", this::validate));
    }

    private Reply connect(Call call) {
        Account account = deeds.connecting().connect(NewAccount.from(call.body()), call.act()::did);
        return Reply.created(AccountCodec.encode(account), Named.PATH + account.id())
                .version(account.revision().version());
    }

    private Reply list(Call call) {
        int limit = call.query("limit").map(Integer::parseInt).orElse(MOST);
        AccountLists.Part part = new AccountLists(accounts).page(call, limit, paging.place(call));
        return paging.page(
                call, part.accounts().stream().map(AccountCodec::encode).toList(), part.next());
    }

    private Reply update(Call call) {
        long version = call.version();
        AccountChange change = AccountChange.from(call.body(), named.account(call));
        return Named.shown(deeds.updating().update(Named.id(call), version, change, call.act()::did));
    }

    private Reply validate(Call call) {
        return Reply.ok(ProofCodec.encode(deeds.onboarding().prove(Named.id(call), call.act()::did, _ -> {})));
    }
}
