package dev.quarterdeck.local.access;

import dev.quarterdeck.wire.Refreshable;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials that are read anew from where they come when AWS calls them expired: whoever keeps them may have newer ones. */
final class Reread implements Refreshable {
    private final Supplier<AwsCredentialsProvider> source;
    private AwsCredentialsProvider current;

    Reread(Supplier<AwsCredentialsProvider> source) {
        this.source = source;
        this.current = source.get();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return current().resolveCredentials();
    }

    @Override
    public synchronized void refresh(AwsCredentials stale) {
        if (current.resolveCredentials().equals(stale)) {
            current = source.get();
        }
    }

    private synchronized AwsCredentialsProvider current() {
        return current;
    }
}
