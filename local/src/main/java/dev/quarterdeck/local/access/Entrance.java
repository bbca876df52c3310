package dev.quarterdeck.local.access;

import dev.quarterdeck.kernel.Arn;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AccessFailure;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.Map;

/** Asks AWS whose credentials somebody has: only AWS can say. */
public final class Entrance {
    private static final String UNKNOWN_PARTITION = "aws";

    private final AwsApi api;

    public Entrance(AwsApi api) {
        this.api = api;
    }

    public Opened open(Door door) {
        var access = new Access(UNKNOWN_PARTITION, "", door.credentials());
        try {
            // Before anything is sent: a profile that has no credentials says so best itself.
            var _ = door.credentials().resolveCredentials();
            Call whoAmI = Call.of("sts", "GetCallerIdentity", Map.of(), access, door.region());
            return switch (Asked.one(api, whoAmI)) {
                case Asked.Got<Json.Obj>(var identity) -> opened(door, identity);
                case Asked.Not<Json.Obj>(var why) -> new Opened.Closed(door, why);
            };
        } catch (AccessFailure e) {
            return new Opened.Closed(door, e.failure());
        } catch (RuntimeException e) {
            // The SDK's providers throw whatever their sources do: an expired sign-in is an IllegalStateException.
            return new Opened.Closed(door, new Answer.Failed(Trouble.NO_CREDENTIALS, String.valueOf(e.getMessage())));
        }
    }

    private static Opened opened(Door door, Json.Obj identity) {
        String principal = Asked.text(identity, "Arn").orElse("");
        String partition = Arn.parse(principal).map(Arn::partition).orElse(UNKNOWN_PARTITION);
        return new Opened.Account(
                door, new Access(partition, Asked.text(identity, "Account").orElse(""), door.credentials()), principal);
    }
}
