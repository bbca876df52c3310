package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Revision.Deletion;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.accounts.Trial;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.roles.OlderSessions;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Use case: end the hub's access to an account, or to all, now. First no new session is made; then keys are put out of
 * use; sessions that are out die by a policy that the revoker role puts on the others, or the owner where there is none.
 */
public final class Revoking {
    private static final int AT_ONCE = 16;
    private static final String WHY = "ended in an emergency, until somebody restores it";

    private final Register register;
    private final Accounts accounts;
    private final Means means;
    private final Clock clock;

    /** By what access is ended: users' keys, roles' sessions, agents, and the record that the whole of it goes on. */
    public record Means(KeyAdmin keys, EndedSessions sessions, AgentStop agents, AuditLog audit) {
        @Inject
        public Means {}
    }

    @Inject
    public Revoking(Register register, Accounts accounts, Means means, Clock clock) {
        this.register = register;
        this.accounts = accounts;
        this.means = means;
        this.clock = clock;
    }

    /** What was done about one account; {@code left} says what still works until somebody ends it. */
    public record Revoked(
            AccountId account, Instant at, Ended olderSessions, Optional<String> left, Json.Obj denyOlderSessions) {}

    public Revoked revoke(AccountId id, Attribution by) {
        return end(pause(register.find(id), by));
    }

    /** All accounts are closed by the first write, and paused before the first key is touched: stopping cannot wait. */
    public List<Revoked> revokeAll(Attribution by) {
        var all = new AllClosed(means.audit(), means.agents());
        all.begin(stop(Optional.empty()), by);
        List<Account> paused = accounts.every(new AccountFilter.All()).toList().stream()
                .map(account -> pause(account, by))
                .toList();
        all.end(by);
        return paused.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, this::end))
                .toList();
    }

    /** Lets the hub in again; what it may do there must be proven anew. */
    public Account lift(AccountId id, Attribution by) {
        Account opened = open(id, by);
        means.sessions().clear(id);
        return opened;
    }

    private Account open(AccountId id, Attribution by) {
        Optional<AccountId> one = Optional.of(id);
        var opened = List.of(Revocations.lift(one), means.agents().lift(one));
        return register.change(id, OptionalLong.empty(), new Deed("credential:restore", by, _ -> opened), account -> {
            Standing standing = account.standing();
            if (standing.status() != Status.PAUSED) {
                throw new FailureException(new Failure.Conflict("account %s is not paused".formatted(id)));
            }
            return account.with(new Standing(Status.PENDING, Trial.NONE, standing.health(), standing.capabilities()));
        });
    }

    /** In one transaction: the hub makes no more sessions, whoever opens them for it refuses, and no agent acts there. */
    private Account pause(Account account, Attribution by) {
        Stop stop = stop(Optional.of(account.id()));
        List<Write> closed = List.of(Revocations.revoke(stop), means.agents().stop(stop));
        var deed = new Deed(
                "credential:revoke",
                by,
                now -> Stream.concat(closed.stream(), means.sessions().intent(now).stream())
                        .toList());
        return register.change(account.id(), OptionalLong.empty(), deed, Revoking::paused);
    }

    /** One that is being deleted goes on to be; called back, it comes back paused. */
    private static Account paused(Account account) {
        return account.revision()
                .deletion()
                .map(deletion -> new Deletion(deletion.at(), Status.PAUSED))
                .map(deletion -> account.with(account.revision().with(Optional.of(deletion))))
                .orElseGet(() -> account.with(account.standing().with(Status.PAUSED)));
    }

    private Stop stop(Optional<AccountId> account) {
        return new Stop(account, clock.instant(), WHY);
    }

    /** What AWS is asked for, once the hub itself is kept out. */
    private Revoked end(Account account) {
        Instant now = clock.instant();
        Ended sessions = means.sessions().end(account, now);
        Optional<String> left = switch (account.connection()) {
            case Connection.ByKeys key -> disable(account.id(), key);
            case Connection.ByRole _ -> goOn(sessions);
            case Connection.ByProfile _ -> Optional.empty();
        };
        return new Revoked(account.id(), now, sessions, left, OlderSessions.deny(now));
    }

    private static Optional<String> goOn(Ended sessions) {
        return sessions instanceof Ended.Failed(var why)
                ? Optional.of(
                        "sessions that are out could not be ended (%s): the owner must put the policy on the roles"
                                .formatted(why))
                : Optional.empty();
    }

    private Optional<String> disable(AccountId id, ByKeys key) {
        return switch (means.keys().disable(id, key, key.accessKeyId())) {
            case Asked.Got<KeyAdmin.Done> _ -> Optional.empty();
            case Asked.Not<KeyAdmin.Done>(var trouble) ->
                Optional.of("key %s could not be disabled (%s): its owner must do it"
                        .formatted(key.accessKeyId(), trouble.message()));
        };
    }
}
