package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;

/** A JSON document that is the text of a member. */
final class EmbeddedJson {
    private EmbeddedJson() {}

    /** Gives the document as such; false, and nothing was given, if it is none. */
    static boolean write(byte[] text, int length, JsonSink out) throws IOException {
        JsonCursor trial = JsonCursor.open(text, length);
        try {
            trial.copy(Nowhere.SINK);
            if (!trial.isAtEnd()) {
                return false;
            }
        } catch (MalformedResponseException _) {
            return false; // as botocore finds too: the text itself is the answer
        }
        JsonCursor.open(text, length).copy(out);
        return true;
    }
}
