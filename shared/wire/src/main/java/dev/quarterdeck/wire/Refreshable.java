package dev.quarterdeck.wire;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials that can be renewed when AWS says that they have expired before their time. */
public interface Refreshable extends AwsCredentialsProvider {
    /** Forgets {@code stale}, if that is still what is held, so that the next look gives others. */
    void refresh(AwsCredentials stale);
}
