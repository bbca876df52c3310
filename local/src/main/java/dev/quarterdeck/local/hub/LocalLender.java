package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.collect.access.Lender;
import dev.quarterdeck.collect.access.OwnCredentials;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.wire.RoleSession;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

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
            return none(e.sentence());
        }
    }

    @Override
    public Asked<AwsCredentialsProvider> keys(AccountId account, Connection.ByKeys key) {
        return vault.read(KeySecrets.name(account, key))
                .<Asked<AwsCredentialsProvider>>map(secret -> new Asked.Got<>(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.accessKeyId(), secret.reveal()))))
                .orElseGet(() -> none("the vault has no secret for key " + key.accessKeyId()));
    }

    private static Asked<AwsCredentialsProvider> none(String why) {
        return new Asked.Not<>(new Trouble(Trouble.Kind.NO_CREDENTIALS, "NoCredentials", why));
    }
}
