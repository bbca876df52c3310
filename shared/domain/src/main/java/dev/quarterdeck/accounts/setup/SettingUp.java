package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.organization.Joined;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.roles.ReadRights;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Use case: tell an account's owner what to make in AWS so that the hub can enter. */
public final class SettingUp {
    private final Register register;
    private final AccountAccess access;
    private final ReadRights rights;

    @Inject
    public SettingUp(Register register, AccountAccess access, ReadRights rights) {
        this.register = register;
        this.access = access;
        this.rights = rights;
    }

    /** Roles to make beside those that the account has already. */
    public record More(Set<ActFamily> act, boolean revoker) {
        public More {
            act = Set.copyOf(act);
        }
    }

    public Papers papers(AccountId id, Flavour flavour, More more) {
        Account account = register.find(id);
        if (!(account.connection() instanceof Connection.ByRole role)) {
            throw new FailureException(new Failure.Conflict(
                    "account %s is not connected by a role: there is nothing to make".formatted(id)));
        }
        Assumer assumer = access.assumer();
        var asks = new RoleSetup.Asks(assumer, new Ids.Own(role.externalIds()), shared(account, assumer));
        var act = new TreeSet<>(role.act().keySet());
        act.addAll(more.act());
        boolean revoker = more.revoker() || role.revoker().isPresent();
        var read = rights.of(flavour, account.placement().partition());
        return new Papers(id, new RoleSetup(asks, read, act, revoker, role.session()), role.externalIds());
    }

    /** The same for a whole organization, of which the hub is one account: each account's ids follow from the seed. */
    public StackSet stackSet(Joined organization, Flavour flavour, String region) {
        Assumer assumer = access.assumer();
        var ids = new Ids.Seeded(organization.seeds());
        var asks = new RoleSetup.Asks(assumer, ids, Optional.of(organization.id()));
        var read = rights.of(flavour, assumer.partition());
        var setup = new RoleSetup(asks, read, new TreeSet<>(Set.of()), false, Duration.ofHours(1));
        boolean byManagement = assumer.account().equals(organization.management());
        return StackSet.of(setup, new StackSet.Where(organization.root(), region, byManagement));
    }

    /** The organization, where the hub and the account are in the same one. */
    private static Optional<String> shared(Account account, Assumer assumer) {
        return account.placement()
                .organization()
                .map(Membership::orgId)
                .filter(org -> assumer.orgId().filter(org::equals).isPresent());
    }
}
