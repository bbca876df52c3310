package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.kernel.Json;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Use case: see daily whether accounts still stand as they were proven. As long as the trust policy reads as it did, one
 * session and one read are all; once it does not, or cannot be read, the whole proof is made again and says what changed.
 */
public final class DailyLook {
    private static final Duration SESSION = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Proofs proofs;
    private final AccountAccess access;
    private final Onboarding onboarding;

    @Inject
    public DailyLook(Accounts accounts, Proofs proofs, AccountAccess access, Onboarding onboarding) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.access = access;
        this.onboarding = onboarding;
    }

    /** The accounts that had to be proven again. */
    public List<AccountId> look(Attribution by) {
        var changed = new ArrayList<AccountId>();
        for (Account account :
                accounts.every(new AccountFilter.WithStatus(Status.ACTIVE)).toList()) {
            if (look(account, by)) {
                changed.add(account.id());
            }
        }
        return changed;
    }

    /** Whether it had to be proven again. */
    private boolean look(Account account, Attribution by) {
        if (isAsProven(account)) {
            return false;
        }
        onboarding.prove(account.id(), by, _ -> {});
        return true;
    }

    /** The same for one account, if it is one that is looked at. */
    void look(AccountId id, Attribution by) {
        accounts.find(id)
                .filter(account -> account.standing().status() == Status.ACTIVE)
                .ifPresent(account -> look(account, by));
    }

    /** Whoever has no role has no trust policy: there only a proof can tell. */
    private boolean isAsProven(Account account) {
        if (!(account.connection() instanceof Connection.ByRole connection)) {
            return false;
        }
        Optional<Json> proven = proofs.newest(account.id()).flatMap(proof -> proof.get("trust"));
        var way = new Way.Role(
                connection.read(),
                Optional.of(connection.externalIds().current().value()),
                SESSION);
        return access.enter(way) instanceof Asked.Got<Inside>(var inside)
                && inside.role(connection.read()) instanceof Asked.Got<Inside.Role>(var role)
                && proven.filter(trust ->
                                trust.canonical().equals(role.trust().document().canonical()))
                        .isPresent();
    }
}
