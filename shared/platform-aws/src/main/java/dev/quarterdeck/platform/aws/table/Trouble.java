package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import software.amazon.awssdk.core.exception.SdkException;

/** What is left when DynamoDB cannot be asked: the edge says so, and nobody else can do anything. */
final class Trouble {
    private Trouble() {}

    static FailureException of(SdkException e) {
        return new FailureException(new Failure.Unavailable("The hub's table does not answer: " + e.getMessage()));
    }
}
