package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import jakarta.inject.Inject;
import java.util.Optional;

/** The secret of an account's access key, which goes with the account. */
public final class KeptSecrets implements Remains {
    private final Accounts accounts;
    private final Vault vault;

    @Inject
    public KeptSecrets(Accounts accounts, Vault vault) {
        this.accounts = accounts;
        this.vault = vault;
    }

    @Override
    public String kind() {
        return "secrets";
    }

    @Override
    public long count(AccountId id) {
        return name(id).stream().mapToLong(name -> vault.versions(name).size()).sum();
    }

    @Override
    public boolean clear(AccountId id) {
        name(id).ifPresent(vault::delete);
        return true;
    }

    private Optional<SecretName> name(AccountId id) {
        return accounts.find(id)
                .filter(account -> account.connection() instanceof Connection.ByKeys)
                .map(account -> KeySecrets.name(id, (Connection.ByKeys) account.connection()));
    }
}
