package dev.quarterdeck.collect.scan;

import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.CallListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Counts the requests of scans that share a client, each for itself: a scan is known by the credentials it asks with. */
public final class Tallies implements CallListener {
    private final Map<AwsCredentialsProvider, Tally> open = new ConcurrentHashMap<>();

    /** A count that goes on until it is closed, of what is asked with this access. */
    public record Counting(Access access, Tally tally, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    public Counting begin(Access shared) {
        var credentials = new MarkedCredentials(shared.credentials());
        var tally = new Tally();
        open.put(credentials, tally);
        return new Counting(
                new Access(shared.partition(), shared.account(), credentials), tally, () -> open.remove(credentials));
    }

    @Override
    public void sent(Attempt attempt) {
        Tally tally = open.get(attempt.call().access().credentials());
        if (tally != null) {
            tally.sent(attempt);
        }
    }
}
