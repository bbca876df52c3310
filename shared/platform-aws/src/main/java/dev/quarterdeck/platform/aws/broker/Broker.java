package dev.quarterdeck.platform.aws.broker;

import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.accounts.roles.RevokerRights;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.platform.aws.Connections;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AccessFailure;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AssumedRole;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.RoleSession;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Opens sessions of accounts' roles as the hub's broker role. In an account that is revoked it opens the revoker role
 * alone, and that only to end the others' sessions.
 */
public final class Broker {
    private final Revocations revocations;
    private final AwsApi api;
    private final Self self;
    private final InstantSource clock;

    /** Whose credentials assume, and which region's STS is asked. */
    public record Self(AwsCredentialsProvider credentials, String region) {
        /** The role that this function runs as. */
        public static Self inTheCloud(String region) {
            return new Self(Connections.credentials(), region);
        }

        AssumedRole.Source of(String partition) {
            return new AssumedRole.Source(new Access(partition, "", credentials), region);
        }
    }

    public Broker(Revocations revocations, AwsApi api, Self self, InstantSource clock) {
        this.revocations = revocations;
        this.api = api;
        this.self = self;
        this.clock = clock;
    }

    public Opened open(RoleSession session) {
        RoleArn role = RoleArn.of(session.roleArn());
        Optional<Stop> revocation = revocations.of(role.account());
        if (revocation.isEmpty()) {
            return assume(role, session);
        }
        return role.name().equals(RoleNames.REVOKER)
                ? assume(role, session.narrowedTo(RevokerRights.whileClosed().text()))
                : revoked(revocation.get());
    }

    private static Opened revoked(Stop revocation) {
        String why = "the hub's access is revoked since %s: %s".formatted(revocation.since(), revocation.why());
        return new Opened.Refused(new Answer.Denied("quarterdeck:EnterAccount", why));
    }

    /** Anew each time: whoever asks keeps what it gets. */
    private Opened assume(RoleArn role, RoleSession session) {
        try {
            var assumed = new AssumedRole(api, self.of(role.partition().id()), session, clock);
            return assumed.resolveCredentials() instanceof AwsSessionCredentials opened
                    ? new Opened.Session(
                            opened.accessKeyId(),
                            opened.secretAccessKey(),
                            opened.sessionToken(),
                            opened.expirationTime().orElseThrow())
                    : new Opened.Refused(new Answer.Failed("MalformedAnswer", "STS gave no session"));
        } catch (AccessFailure e) {
            return new Opened.Refused(e.failure());
        }
    }
}
