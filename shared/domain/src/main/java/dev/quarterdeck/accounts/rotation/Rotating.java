package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;

/** Use case: change whatever an account is entered with for a new one. */
public final class Rotating {
    private final Register register;
    private final ExternalIdRotation ids;
    private final KeyRotation keys;
    private final RotationLog log;

    @Inject
    public Rotating(Register register, ExternalIdRotation ids, KeyRotation keys, RotationLog log) {
        this.register = register;
        this.ids = ids;
        this.keys = keys;
        this.log = log;
    }

    /** Begins, or goes on with what was begun. */
    public Rotated rotate(AccountId id, Attribution by) {
        Rotated rotated = tried(id, by);
        log.keep(id, rotated, by.did("credential:rotate", Thing.of("account", id.value())));
        return rotated;
    }

    /** Whether a rotation is under way that rotating again would go on with. */
    boolean isBegun(Account account) {
        return switch (account.connection()) {
            case Connection.ByRole role -> role.externalIds().next().isPresent();
            case Connection.ByKeys _ -> keys.isBegun(account.id());
            case Connection.ByProfile _ -> false;
        };
    }

    private Rotated tried(AccountId id, Attribution by) {
        return switch (register.open(id).connection()) {
            case Connection.ByRole _ -> ids.rotate(id, by);
            case Connection.ByKeys _ -> keys.rotate(id, by);
            case Connection.ByProfile(var profile) ->
                throw new FailureException(new Failure.Conflict(
                        "account %s is connected by profile '%s', whose credentials are its user's to rotate"
                                .formatted(id, profile)));
        };
    }
}
