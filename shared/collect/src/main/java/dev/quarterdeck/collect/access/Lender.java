package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.wire.RoleSession;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Who has credentials: the broker or a laptop's user those of roles, a machine its profiles, the vault its keys. */
public interface Lender {
    /** A session made now. */
    Asked<AwsCredentialsProvider> role(RoleSession session);

    Asked<AwsCredentialsProvider> profile(String name);

    Asked<AwsCredentialsProvider> keys(AccountId account, Connection.ByKeys key);
}
