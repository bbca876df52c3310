package dev.quarterdeck.collect.scan;

import dev.quarterdeck.wire.CallListener;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Counts the requests of scans that share a client, each for itself: a scan is known by its credentials. */
public final class Tallies implements CallListener {
    private final Map<AwsCredentialsProvider, Tally> open = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A count that goes on until it is closed. */
    public record Counting(Tally tally, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** Counts what is asked with these credentials, which must be nobody else's. */
    public Counting of(AwsCredentialsProvider credentials) {
        var tally = new Tally();
        open.put(credentials, tally);
        return new Counting(tally, () -> open.remove(credentials));
    }

    @Override
    public void sent(Attempt attempt) {
        Tally tally = open.get(attempt.call().access().credentials());
        if (tally != null) {
            tally.sent(attempt);
        }
    }
}
