package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.History;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.connect.Connecting;
import dev.quarterdeck.accounts.connect.NewAccount;
import dev.quarterdeck.accounts.proof.Onboarding;
import dev.quarterdeck.accounts.proof.ProofCodec;
import dev.quarterdeck.accounts.proof.Proofs;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Row;
import java.util.List;

/** The accounts that the hub runs: known, proven, listed, with what became of them. */
public final class AccountsApi {
    private static final String PATH = "/api/aws/accounts/";
    private static final int MOST = 100;

    private final Accounts accounts;
    private final Deeds deeds;
    private final Records records;
    private final Paging paging;

    public AccountsApi(Accounts accounts, Deeds deeds, Records records, Paging paging) {
        this.accounts = accounts;
        this.deeds = deeds;
        this.records = records;
        this.paging = paging;
    }

    /** What can be done with accounts. */
    public record Deeds(Register register, Connecting connecting, Onboarding onboarding) {}

    /** What is kept of what was done. */
    public record Records(Proofs proofs, History history) {}

    public List<Route> routes() {
        return List.of(
                Route.of("connectAccount", this::connect),
                Route.list("listAccounts", this::list),
                Route.about("showAccount", this::target, this::show),
                Route.about("validateAccount", this::target, this::validate),
                Route.about("listProofs", this::target, this::proofs),
                Route.about("listAccountChanges", this::target, this::changes),
                Route.about("listAccountHealth", this::target, this::health));
    }

    private Target target(Call call) {
        return AccountTarget.of(deeds.register().find(id(call)));
    }

    private Reply connect(Call call) {
        Account account = deeds.connecting().connect(NewAccount.from(call.body()), call.act()::did);
        return Reply.created(AccountCodec.encode(account), PATH + account.id())
                .version(account.revision().version());
    }

    private Reply list(Call call) {
        int limit = call.query("limit").map(Integer::parseInt).orElse(MOST);
        AccountLists.Part part = new AccountLists(accounts).page(call, limit, paging.place(call));
        return paging.page(
                call, part.accounts().stream().map(AccountCodec::encode).toList(), part.next());
    }

    private Reply show(Call call) {
        Account account = deeds.register().find(id(call));
        return Reply.ok(AccountCodec.encode(account)).version(account.revision().version());
    }

    private Reply validate(Call call) {
        return Reply.ok(ProofCodec.encode(deeds.onboarding().prove(id(call), call.act()::did, _ -> {})));
    }

    private Reply proofs(Call call) {
        return rows(call, records.proofs().of(id(call), paging.from(call)));
    }

    private Reply changes(Call call) {
        return rows(call, records.history().changes(id(call), paging.from(call)));
    }

    private Reply health(Call call) {
        return rows(call, records.history().health(id(call), paging.from(call)));
    }

    private Reply rows(Call call, Page page) {
        return paging.reply(call, page.rows().stream().map(Row::data).toList(), page.next());
    }

    private static AccountId id(Call call) {
        return new AccountId(call.path("account_id"));
    }
}
