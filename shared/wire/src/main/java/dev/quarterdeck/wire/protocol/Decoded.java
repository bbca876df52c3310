package dev.quarterdeck.wire.protocol;

/** What came of decoding a response with a good status. */
public sealed interface Decoded {
    /** The whole answer went into the sink; {@code dropped} members were not in the model and are not in it. */
    record Whole(long dropped) implements Decoded {}

    /** S3 said 200 and put an error into the body; nothing went into the sink. */
    record Refused(ErrorReply error) implements Decoded {}
}
