package dev.quarterdeck.local.access;

import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;

/** What came of asking AWS whose credentials these are. */
public sealed interface Opened {
    /** {@code principal} is the ARN that AWS knows us by. */
    record Account(Door door, Access access, String principal) implements Opened {}

    record Closed(Door door, Answer.Failure failure) implements Opened {}
}
