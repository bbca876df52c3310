package dev.quarterdeck.wire;

import java.io.Serial;

/** Credentials could not be had. Thrown by a credentials provider; {@link AwsApi} gives its failure as the call's answer. */
public final class AccessFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Answer.Failure failure;

    public AccessFailure(Answer.Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public Answer.Failure failure() {
        return failure;
    }
}
