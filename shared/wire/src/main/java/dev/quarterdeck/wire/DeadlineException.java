package dev.quarterdeck.wire;

import java.io.IOException;
import java.io.Serial;

/** The time for the whole call was over before its last byte came. */
final class DeadlineException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    DeadlineException(Throwable cause) {
        super("the call took longer than it may", cause);
    }
}
