package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.Trial;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.roles.OlderSessions;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Use case: end the hub's access to an account, or to all, now. First no new session is made; then keys are put out of
 * use; sessions that are out die by a policy that the owner attaches, or within their fifteen minutes.
 */
public final class Revoking {
    private final Register register;
    private final Accounts accounts;
    private final KeyAdmin keys;
    private final Clock clock;

    @Inject
    public Revoking(Register register, Accounts accounts, KeyAdmin keys, Clock clock) {
        this.register = register;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /** What was done about one account; {@code left} says what still works until somebody ends it. */
    public record Revoked(AccountId account, Instant at, Optional<String> left, Json.Obj denyOlderSessions) {}

    public Revoked revoke(AccountId id, Attribution by) {
        return disable(pause(register.find(id), by));
    }

    /** All accounts are paused before the first key is touched: stopping is what cannot wait. */
    public List<Revoked> revokeAll(Attribution by) {
        List<Account> paused = accounts
                .every(new AccountFilter.All())
                .filter(account -> account.standing().status() != Status.DELETING)
                .toList()
                .stream()
                .map(account -> pause(account, by))
                .toList();
        return paused.stream().map(this::disable).toList();
    }

    /** Lets the hub in again; what it may do there must be proven anew. */
    public Account lift(AccountId id, Attribution by) {
        return register.change(id, OptionalLong.empty(), Deed.of("credential:restore", by), account -> {
            Standing standing = account.standing();
            if (standing.status() != Status.PAUSED) {
                throw new FailureException(new Failure.Conflict("account %s is not paused".formatted(id)));
            }
            return account.with(new Standing(Status.PENDING, Trial.NONE, standing.health(), standing.capabilities()));
        });
    }

    private Account pause(Account account, Attribution by) {
        return register.change(
                account.id(),
                OptionalLong.empty(),
                Deed.of("credential:revoke", by),
                now -> now.with(now.standing().with(Status.PAUSED)));
    }

    private Revoked disable(Account account) {
        Instant now = clock.instant();
        Optional<String> left =
                account.connection() instanceof ByKeys key ? disable(account.id(), key) : Optional.empty();
        return new Revoked(account.id(), now, left, OlderSessions.deny(now));
    }

    private Optional<String> disable(AccountId id, ByKeys key) {
        return switch (keys.disable(id, key, key.accessKeyId())) {
            case Asked.Got<KeyAdmin.Done> _ -> Optional.empty();
            case Asked.Not<KeyAdmin.Done>(var trouble) ->
                Optional.of("key %s could not be disabled (%s): its owner must do it"
                        .formatted(key.accessKeyId(), trouble.message()));
        };
    }
}
