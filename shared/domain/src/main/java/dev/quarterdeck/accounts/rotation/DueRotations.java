package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Status;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Use case: rotate what is due, and go on with what was begun. */
public final class DueRotations {
    private final Accounts accounts;
    private final RotationPlans plans;
    private final Rotating rotating;
    private final Clock clock;

    @Inject
    public DueRotations(Accounts accounts, RotationPlans plans, Rotating rotating, Clock clock) {
        this.accounts = accounts;
        this.plans = plans;
        this.rotating = rotating;
        this.clock = clock;
    }

    /** The accounts that it was tried on. */
    public List<AccountId> rotate(Attribution by) {
        Instant now = clock.instant();
        List<AccountId> due = accounts.every(new AccountFilter.WithStatus(Status.ACTIVE))
                .filter(account -> !(account.connection() instanceof Connection.ByProfile))
                .filter(account -> isBegun(account) || isDue(account, now))
                .map(Account::id)
                .toList();
        due.forEach(id -> rotating.rotate(id, by));
        return due;
    }

    private boolean isDue(Account account, Instant now) {
        return plans.of(account).next().filter(next -> !next.isAfter(now)).isPresent();
    }

    private boolean isBegun(Account account) {
        return rotating.isBegun(account);
    }
}
