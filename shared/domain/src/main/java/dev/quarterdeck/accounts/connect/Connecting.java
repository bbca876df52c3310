package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.Saved;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Use case: make an account known to the hub. It is believed in once a proof has succeeded, and not before. */
public final class Connecting {
    private final Register register;
    private final Vault vault;
    private final AccountAccess access;
    private final Clock clock;

    @Inject
    public Connecting(Register register, Vault vault, AccountAccess access, Clock clock) {
        this.register = register;
        this.vault = vault;
        this.access = access;
        this.clock = clock;
    }

    public Account connect(NewAccount wish, Attribution by) {
        against(wish).ifPresent(why -> {
            throw new FailureException(Failure.invalid("/connection/role_arn", why));
        });
        return Register.settle(offer(wish, by));
    }

    /** Makes the account known unless the hub has it, or its name, already. */
    Saved offer(NewAccount wish, Attribution by) {
        Instant now = clock.instant();
        var account = new Account(
                wish.id(),
                wish.description(),
                Placement.in(wish.partition()),
                connection(wish.link()),
                Standing.fresh(now),
                Revision.first(now));
        var deed = Register.Deed.of("account:connect", by);
        return wish.link() instanceof Link.ByKeys keys
                ? withSecret(account, keys, deed)
                : register.offer(account, deed);
    }

    /** Why no hub here could ever enter: no role of one partition can be assumed from another. */
    Optional<String> against(NewAccount wish) {
        if (!(wish.link() instanceof Link.ByRole role)) {
            return Optional.empty();
        }
        Partition own = access.assumer().partition();
        return role.read().partition() == own
                ? Optional.empty()
                : Optional.of("is in partition %s, and the hub in %s: no role of one can be assumed from the other"
                        .formatted(role.read().partition(), own));
    }

    private static Connection connection(Link link) {
        return switch (link) {
            case Link.ByRole role ->
                new Connection.ByRole(
                        role.read(),
                        ExternalIds.of(ExternalId.random(new SecureRandom())),
                        role.session(),
                        role.act(),
                        role.revoker());
            case Link.ByProfile(var profile) -> profile;
            case Link.ByKeys keys -> keys.key();
        };
    }

    /**
     * The secret is kept first: an account without it would be of no use. It is removed again only if the account was
     * refused for sure; of a write that failed nobody knows whether it was done.
     */
    private Saved withSecret(Account account, Link.ByKeys keys, Register.Deed deed) {
        if (register.known(account.id()).isPresent()) {
            return new Saved.AccountTaken(account.id());
        }
        var name = KeySecrets.name(account.id(), keys.key());
        vault.put(name, keys.secret());
        Saved saved = register.offer(account, deed);
        if (!(saved instanceof Saved.Done) && !isEnteredBy(keys.key(), account)) {
            vault.delete(name);
        }
        return saved;
    }

    /** Somebody else was faster, with the same key. */
    private boolean isEnteredBy(Connection.ByKeys key, Account account) {
        return register.known(account.id())
                .filter(other -> other.connection().equals(key))
                .isPresent();
    }
}
