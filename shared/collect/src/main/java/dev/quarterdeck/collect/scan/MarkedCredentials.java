package dev.quarterdeck.collect.scan;

import dev.quarterdeck.wire.Refreshable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials that several scans share, so that each is known by its own. */
final class MarkedCredentials implements Refreshable {
    private final AwsCredentialsProvider shared;

    MarkedCredentials(AwsCredentialsProvider shared) {
        this.shared = shared;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return shared.resolveCredentials();
    }

    @Override
    public void refresh(AwsCredentials stale) {
        if (shared instanceof Refreshable refreshable) {
            refreshable.refresh(stale);
        }
    }
}
