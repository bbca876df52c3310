package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.credentials.Vault;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Access keys whose secrets the vault keeps. */
public record LentKeys(Vault vault) {
    public Asked<AwsCredentialsProvider> of(AccountId account, Connection.ByKeys key) {
        return vault.read(KeySecrets.name(account, key))
                .<Asked<AwsCredentialsProvider>>map(secret -> new Asked.Got<>(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.accessKeyId(), secret.reveal()))))
                .orElseGet(() -> none("the vault has no secret for key " + key.accessKeyId()));
    }

    static Asked<AwsCredentialsProvider> none(String why) {
        return new Asked.Not<>(new Trouble(Trouble.Kind.NO_CREDENTIALS, "NoCredentials", why));
    }
}
