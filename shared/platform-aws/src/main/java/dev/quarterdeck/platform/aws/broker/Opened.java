package dev.quarterdeck.platform.aws.broker;

import dev.quarterdeck.wire.Answer;
import java.time.Instant;

/** What the broker answers. */
public sealed interface Opened {
    /** A session of the role. It shows itself without its secrets. */
    record Session(String accessKeyId, String secretAccessKey, String sessionToken, Instant expires) implements Opened {
        @Override
        public String toString() {
            return "Session[%s until %s]".formatted(accessKeyId, expires);
        }
    }

    /** AWS refused, or the hub itself did. */
    record Refused(Answer.Failure failure) implements Opened {}
}
