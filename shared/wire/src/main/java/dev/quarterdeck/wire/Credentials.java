package dev.quarterdeck.wire;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Takes credentials from whoever provides them. */
final class Credentials {
    private Credentials() {}

    static AwsCredentials of(Access access) {
        try {
            return access.credentials().resolveCredentials();
        } catch (AccessFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // Providers of the SDK throw whatever their sources do; to have no credentials is one answer.
            String why = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
            throw new AccessFailure(new Answer.Failed("NoCredentials", why));
        }
    }

    /** Renews expired credentials; false if the same came back. */
    static boolean renewed(Access access, AwsCredentials expired) {
        if (access.credentials() instanceof Refreshable refreshable) {
            refreshable.refresh(expired);
        }
        return !of(access).equals(expired);
    }
}
