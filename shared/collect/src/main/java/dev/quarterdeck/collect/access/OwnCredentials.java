package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AccessFailure;
import dev.quarterdeck.wire.AssumedRole;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.RoleSession;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Assumes roles with credentials that this process has itself: the broker's, or those of a laptop's user. */
public record OwnCredentials(AwsApi api, Access access, String region, InstantSource clock) {
    /** Assumed anew, so that the answer is about now and not about an hour ago. */
    public Asked<AwsCredentialsProvider> assume(RoleSession session) {
        var role = new AssumedRole(api, new AssumedRole.Source(access, region), session, clock);
        try {
            var _ = role.resolveCredentials();
            return new Asked.Got<>(role);
        } catch (AccessFailure e) {
            return new Asked.Not<>(Told.trouble(e.failure()));
        }
    }
}
