package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.wire.AccessFailure;
import dev.quarterdeck.wire.RoleSession;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials as a deployed hub has them: sessions of roles from its broker, keys from its vault, no profiles. */
public record HubLender(Broker broker, LentKeys keys) implements Lender {
    /** Who may assume roles; what hinders it is thrown as {@link AccessFailure}. */
    public interface Broker {
        AwsCredentialsProvider open(RoleSession session);
    }

    @Override
    public Asked<AwsCredentialsProvider> role(RoleSession session) {
        try {
            return new Asked.Got<>(broker.open(session));
        } catch (AccessFailure e) {
            return new Asked.Not<>(Told.trouble(e.failure()));
        }
    }

    @Override
    public Asked<AwsCredentialsProvider> profile(String name) {
        return LentKeys.none("a deployed hub has no profiles: connect the account by a role");
    }

    @Override
    public Asked<AwsCredentialsProvider> keys(AccountId account, Connection.ByKeys key) {
        return keys.of(account, key);
    }
}
