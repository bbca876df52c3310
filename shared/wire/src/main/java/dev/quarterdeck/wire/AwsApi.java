package dev.quarterdeck.wire;

/** Every AWS API. Calls block; run them on virtual threads. Interrupting the thread cancels the call at once. */
public interface AwsApi {
    /** Asks once and streams the whole answer, without ResponseMetadata, into the sink. */
    Answer call(Call call, JsonSink sink);

    /** Asks for page after page and streams each item. Items given before a failure stay given. */
    Answer items(Call call, Paging paging, ItemSink sink);
}
