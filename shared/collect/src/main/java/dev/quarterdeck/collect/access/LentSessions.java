package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.wire.Access;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Opens accounts with what a lender has. */
public record LentSessions(Lender lender, Hand hand) implements ReadSessions {
    private static final String PURPOSE = "scan";

    @Override
    public Asked<Access> open(Account account) {
        String partition = account.placement().partition().id();
        return lent(account)
                .map(credentials -> new Access(partition, account.id().value(), credentials));
    }

    private Asked<AwsCredentialsProvider> lent(Account account) {
        return switch (account.connection()) {
            case Connection.ByRole role -> lender.role(hand.session(way(role), PURPOSE));
            case Connection.ByProfile(var profile) -> lender.profile(profile);
            case Connection.ByKeys keys -> lender.keys(account.id(), keys);
        };
    }

    private static Way.Role way(Connection.ByRole role) {
        return new Way.Role(
                role.read(), Optional.of(role.externalIds().current().value()), role.session());
    }
}
