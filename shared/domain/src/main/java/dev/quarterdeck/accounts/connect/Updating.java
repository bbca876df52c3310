package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Capabilities;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.Trial;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Use case: describe an account anew, or connect it otherwise. */
public final class Updating {
    private final Register register;

    @Inject
    public Updating(Register register) {
        this.register = register;
    }

    /** Changes the version that the caller read. A connection that was changed must be proven again. */
    public Account update(AccountId id, long version, AccountChange change, Attribution by) {
        return register.change(id, OptionalLong.of(version), Register.Deed.of("account:update", by), account -> {
            Account described = account.with(change.description());
            return change.link().map(link -> relinked(described, link)).orElse(described);
        });
    }

    private static Account relinked(Account account, Link link) {
        Connection connection = connection(account, link);
        if (connection.equals(account.connection())) {
            return account;
        }
        Standing standing = account.standing();
        Status status = standing.status() == Status.ACTIVE ? Status.PENDING : standing.status();
        return account.with(connection).with(new Standing(status, Trial.NONE, standing.health(), Capabilities.NONE));
    }

    /** The external ids are the hub's, and stay. */
    private static Connection connection(Account account, Link link) {
        return switch (link) {
            case Link.ByRole role
            when account.connection() instanceof Connection.ByRole now ->
                new Connection.ByRole(role.read(), now.externalIds(), role.session(), role.act(), role.revoker());
            case Link.ByProfile(var profile) when account.connection() instanceof Connection.ByProfile -> profile;
            case Link.ByRole _, Link.ByProfile _, Link.ByKeys _ ->
                throw new FailureException(
                        new Failure.Conflict("account %s is connected in another way: delete it and connect it anew"
                                .formatted(account.id())));
        };
    }
}
