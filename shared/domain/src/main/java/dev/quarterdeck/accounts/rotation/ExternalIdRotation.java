package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection.ByRole;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Use case: give an account a new external id. The hub makes it and can do no more: the owner lets the trust policy
 * accept both, and as soon as the new one opens the role it is the one in use. Until then the old one goes on.
 */
public final class ExternalIdRotation {
    private static final Duration SESSION = Duration.ofMinutes(15);

    private final Register register;
    private final AccountAccess access;

    @Inject
    public ExternalIdRotation(Register register, AccountAccess access) {
        this.register = register;
        this.access = access;
    }

    /** Begins, or goes on with what was begun. */
    public Rotated rotate(AccountId id, Attribution by) {
        ByRole connection = role(register.find(id));
        if (connection.externalIds().next().isEmpty()) {
            ExternalId fresh = ExternalId.random(new SecureRandom());
            change(id, by, ids -> ids.next().isPresent() ? ids : new ExternalIds(ids.current(), Optional.of(fresh)));
            return waiting(id);
        }
        ExternalId fresh = connection.externalIds().next().orElseThrow();
        if (!opens(connection, fresh)) {
            return waiting(id);
        }
        change(id, by, ids -> ids.next().filter(fresh::equals).isPresent() ? ExternalIds.of(fresh) : ids);
        return new Rotated.Done(fresh.value());
    }

    /** Says which one is the next, whoever made it: until it opens the role the old one goes on. */
    void expect(AccountId id, ExternalId fresh, Attribution by) {
        Optional<ExternalId> next = Optional.of(fresh);
        if (!role(register.find(id)).externalIds().next().equals(next)) {
            change(id, by, ids -> new ExternalIds(ids.current(), next));
        }
    }

    /** Uses it from now on without a trial: for an account that nobody may or can enter now. */
    void take(AccountId id, ExternalId fresh, Attribution by) {
        change(id, by, _ -> ExternalIds.of(fresh));
    }

    /** Gives the new one up; the old one was in use all the time. */
    public void cancel(AccountId id, Attribution by) {
        change(id, by, ids -> ExternalIds.of(ids.current()));
    }

    /** Every role of the account must open, or switching would lose those that do not. */
    private boolean opens(ByRole connection, ExternalId fresh) {
        var way = Optional.of(fresh.value());
        return Stream.concat(connection.working().stream(), connection.revoker().stream())
                .allMatch(role -> access.enter(new Way.Role(role, way, SESSION)) instanceof Asked.Got<?>);
    }

    private void change(AccountId id, Attribution by, UnaryOperator<ExternalIds> ids) {
        register.change(id, OptionalLong.empty(), Register.Deed.of("credential:rotate", by), account -> {
            ByRole connection = role(account);
            return account.with(connection.with(ids.apply(connection.externalIds())));
        });
    }

    private static Rotated waiting(AccountId id) {
        return new Rotated.Waiting(
                "the trust policies of account %s to accept the new external id beside the old one".formatted(id));
    }

    private static ByRole role(Account account) {
        if (account.connection() instanceof ByRole role) {
            return role;
        }
        throw new FailureException(new Failure.Conflict(
                "account %s is not connected by a role: it has no external id".formatted(account.id())));
    }
}
