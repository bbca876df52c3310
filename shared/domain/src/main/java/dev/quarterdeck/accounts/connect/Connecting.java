package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

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
        Instant now = clock.instant();
        var account = new Account(
                wish.id(),
                wish.description(),
                Placement.in(wish.partition()),
                connection(wish.link()),
                Standing.fresh(now),
                Revision.first(now));
        if (wish.link() instanceof Link.ByKeys keys) {
            return withSecret(account, keys, by);
        }
        return register.add(account, Register.Deed.of("account:connect", by));
    }

    private Connection connection(Link link) {
        return switch (link) {
            case Link.ByRole role -> {
                refuseOtherWorld(role);
                yield new Connection.ByRole(
                        role.read(), ExternalIds.of(ExternalId.random(new SecureRandom())), role.session(), role.act());
            }
            case Link.ByProfile(var profile) -> profile;
            case Link.ByKeys keys -> keys.key();
        };
    }

    private void refuseOtherWorld(Link.ByRole role) {
        Assumer assumer = access.assumer();
        if (role.read().partition() != assumer.partition()) {
            throw new FailureException(Failure.invalid(
                    "/connection/role_arn",
                    "is in partition %s, and the hub in %s: no role of one can be assumed from the other"
                            .formatted(role.read().partition(), assumer.partition())));
        }
    }

    /** The secret is kept first: an account without it would be of no use, and a secret without account is removed. */
    private Account withSecret(Account account, Link.ByKeys keys, Attribution by) {
        var name = KeySecrets.name(account.id(), keys.key());
        if (vault.read(name).isPresent()) {
            throw new FailureException(new Failure.Conflict("key %s of account %s is connected already"
                    .formatted(keys.key().accessKeyId(), account.id())));
        }
        vault.put(name, keys.secret());
        boolean added = false;
        try {
            Account made = register.add(account, Register.Deed.of("account:connect", by));
            added = true;
            return made;
        } finally {
            if (!added) {
                vault.delete(name);
            }
        }
    }
}
