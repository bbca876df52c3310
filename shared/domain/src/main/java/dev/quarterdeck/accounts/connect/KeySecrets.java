package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.credentials.SecretName;
import java.util.Locale;

/** Under which name the vault keeps the secret of an account's access key: each key under its own. */
public final class KeySecrets {
    private KeySecrets() {}

    public static SecretName name(AccountId account, Connection.ByKeys key) {
        return SecretName.of("accounts", account.value(), key.accessKeyId().toLowerCase(Locale.ROOT));
    }
}
