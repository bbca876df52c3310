package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.util.List;

/** Use case: tell a person the secret by which the hub enters an account. It is on record before it is told. */
public final class Revealing {
    private final Register register;
    private final Vault vault;
    private final AuditLog audit;

    @Inject
    public Revealing(Register register, Vault vault, AuditLog audit) {
        this.register = register;
        this.vault = vault;
        this.audit = audit;
    }

    /** An access key, whole. */
    public record Revealed(Connection.ByKeys key, Secret<String> secret) {}

    public Revealed reveal(AccountId id, Attribution by) {
        Account account = register.find(id);
        Connection.ByKeys key = key(account);
        Secret<String> secret = vault.read(KeySecrets.name(id, key))
                .orElseThrow(() -> refused("the vault keeps no secret of key %s".formatted(key.accessKeyId())));
        var entry = by.did("credential:reveal", Thing.of("account", id.value()));
        if (!audit.commit(List.of(Accounts.unchanged(account)), entry).done()) {
            throw new FailureException(new Failure.Unavailable("others are changing this account: try again"));
        }
        return new Revealed(key, secret);
    }

    /** A role's external id is no secret and shown with the account; a profile's credentials are not the hub's. */
    private static Connection.ByKeys key(Account account) {
        if (account.connection() instanceof Connection.ByKeys key) {
            return key;
        }
        throw refused(
                "account %s is not entered by an access key: the vault keeps no secret of it".formatted(account.id()));
    }

    private static FailureException refused(String why) {
        return new FailureException(new Failure.Conflict(why));
    }
}
