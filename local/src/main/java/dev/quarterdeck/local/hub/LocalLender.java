package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.collect.access.Lender;
import dev.quarterdeck.collect.access.LentKeys;
import dev.quarterdeck.collect.access.OwnCredentials;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.wire.RoleSession;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials as one machine has them: roles by its user's own, profiles of its AWS files, keys of its vault. */
record LocalLender(OwnCredentials own, Keyring keyring, Vault vault) implements Lender {
    @Override
    public Asked<AwsCredentialsProvider> role(RoleSession session) {
        return own.assume(session);
    }

    @Override
    public Asked<AwsCredentialsProvider> profile(String name) {
        try {
            return new Asked.Got<>(keyring.profile(name).credentials());
        } catch (Refusal e) {
            return new Asked.Not<>(new Trouble(Trouble.Kind.NO_CREDENTIALS, "NoCredentials", e.sentence()));
        }
    }

    @Override
    public Asked<AwsCredentialsProvider> keys(AccountId account, Connection.ByKeys key) {
        return new LentKeys(vault).of(account, key);
    }
}
