package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.credentials.Secret;
import java.util.Set;

/** What a user may do about its own access keys; each call is made with one of them. */
public interface KeyAdmin {
    /** The ids of all the user's keys, inactive ones too. */
    Asked<Set<String>> list(AccountId account, ByKeys with);

    Asked<Made> make(AccountId account, ByKeys with);

    /** Puts a key out of use; one that is not there is no failure. */
    Asked<Done> disable(AccountId account, ByKeys with, String accessKeyId);

    /** One that is not there is no failure. */
    Asked<Done> delete(AccountId account, ByKeys with, String accessKeyId);

    /** A new key; AWS tells its secret this once. */
    record Made(ByKeys key, Secret<String> secret) {}

    record Done() {
        public static final Done VALUE = new Done();
    }
}
