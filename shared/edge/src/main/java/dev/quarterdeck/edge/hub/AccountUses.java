package dev.quarterdeck.edge.hub;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.History;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.connect.Connecting;
import dev.quarterdeck.accounts.proof.Onboarding;
import dev.quarterdeck.accounts.proof.Proofs;
import dev.quarterdeck.accounts.proof.Prover;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.accounts.AccountsApi;
import dev.quarterdeck.kernel.table.Table;
import java.time.Clock;
import java.util.List;

/** Everything about accounts, wired onto one platform. */
record AccountUses(Hub.Platform platform) {
    List<Route> routes(Paging paging) {
        Table table = platform.table();
        Clock clock = platform.clock();
        var accounts = new Accounts(table);
        var register = new Register(accounts, new AuditLog(table, clock), clock);
        var connecting = new Connecting(register, platform.vault(), platform.access(), clock);
        var onboarding = new Onboarding(register, accounts, new Prover(platform.access()), clock);
        return new AccountsApi(
                        accounts,
                        new AccountsApi.Deeds(register, connecting, onboarding),
                        new AccountsApi.Records(new Proofs(table), new History(table)),
                        paging)
                .routes();
    }
}
