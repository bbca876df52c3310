package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Revision.Deletion;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Use case: let an account go. For a day it can be called back; then all that hangs on it is cleared piece by piece,
 * and the account itself last, so that a sweep that was interrupted goes on where it ended.
 */
public final class Deleting {
    private static final Duration UNDO = Duration.ofHours(24);

    private final Register register;
    private final Accounts accounts;
    private final List<Remains> remains;
    private final Clock clock;

    @Inject
    public Deleting(Register register, Accounts accounts, Set<Remains> remains, Clock clock) {
        this.register = register;
        this.accounts = accounts;
        this.remains = List.copyOf(remains);
        this.clock = clock;
    }

    public Impact impact(AccountId id) {
        return Impact.of(register.find(id), remains);
    }

    /** {@code typed} is the account's name, typed by the person who deletes it. From now on no session is made into it. */
    public Account delete(AccountId id, OptionalLong version, String typed, Attribution by) {
        return register.change(id, version, Deed.of("account:delete", by), account -> {
            if (!account.description().name().equals(typed)) {
                throw new FailureException(Failure.invalid("name", "must be the name of the account to be deleted"));
            }
            if (account.revision().deletion().isPresent()) {
                throw new FailureException(new Failure.Conflict("account %s is being deleted already".formatted(id)));
            }
            var deletion =
                    new Deletion(clock.instant().plus(UNDO), account.standing().status());
            return account.with(account.standing().with(Status.DELETING))
                    .with(account.revision().with(Optional.of(deletion)));
        });
    }

    public Account undo(AccountId id, Attribution by) {
        return register.change(id, OptionalLong.empty(), Deed.of("account:undelete", by), account -> {
            Deletion deletion = account.revision()
                    .deletion()
                    .filter(it -> clock.instant().isBefore(it.at()))
                    .orElseThrow(() -> new FailureException(new Failure.Conflict(
                            "account %s is not being deleted, or no longer can be kept".formatted(id))));
            return account.with(account.standing().with(deletion.before()))
                    .with(account.revision().with(Optional.empty()));
        });
    }

    /** Clears what is due, and says what was deleted. */
    public List<AccountId> sweep(Attribution by) {
        Instant now = clock.instant();
        var gone = new ArrayList<AccountId>();
        accounts.every(new AccountFilter.WithStatus(Status.DELETING))
                .filter(account -> account.revision()
                        .deletion()
                        .filter(deletion -> !now.isBefore(deletion.at()))
                        .isPresent())
                .toList()
                .forEach(account -> {
                    clear(account, by);
                    gone.add(account.id());
                });
        return gone;
    }

    private void clear(Account account, Attribution by) {
        Impact impact = Impact.of(account, remains);
        for (Remains one : remains) {
            while (!one.clear(account.id())) {
                // each call clears a bounded part
            }
        }
        var deed = new Deed("account:deleted", by, _ -> List.of(Departures.put(impact, clock.instant())));
        register.remove(account, deed);
    }
}
