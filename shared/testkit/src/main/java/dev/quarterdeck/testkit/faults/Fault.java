package dev.quarterdeck.testkit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/** A way in which a server fails its caller. The connection is closed afterwards. */
@FunctionalInterface
public interface Fault {
    void befall(Conversation conversation) throws IOException, InterruptedException;

    /** An AWS error in the form of the protocol in which was asked. */
    static Fault error(int status, String code, String message) {
        return conversation -> ErrorBody.of(conversation.asked(), code, message).send(conversation, status);
    }

    /** These words and no others. */
    static Fault reply(int status, String contentType, String body) {
        return conversation -> conversation.reply(status, contentType, body.getBytes(UTF_8));
    }

    /** The true answer, but the connection ends in the middle of it. */
    static Fault truncated() {
        return conversation -> {
            byte[] answer = conversation.upstream();
            conversation.send(Arrays.copyOf(answer, answer.length - answer.length / 4 - 1));
        };
    }

    /** A reset instead of an answer. */
    static Fault reset() {
        return Conversation::reset;
    }

    /** An answer that begins and then comes a byte at a time, for ever. */
    static Fault drip() {
        return Conversation::drip;
    }

    /** No answer at all, for ever. */
    static Fault silence() {
        return Conversation::waitForCaller;
    }
}
