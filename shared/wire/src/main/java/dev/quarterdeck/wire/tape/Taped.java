package dev.quarterdeck.wire.tape;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What AWS answered: status, the headers that mean something, and the body, which is text in every protocol we speak. */
public record Taped(int status, SortedMap<String, String> headers, String body) {
    public Taped {
        headers = new TreeMap<>(headers);
    }

    Taped inWords(UnaryOperator<String> words) {
        return new Taped(status, headers, words.apply(body));
    }

    /** An answer of ours, in the language of the service that was asked, to what it was not asked when the tape was recorded. */
    static Taped missing(Question question, boolean xml) {
        String message = "not on the tape: %s; scripts/record-demo records it anew".formatted(question);
        return xml
                ? new Taped(
                        400,
                        new TreeMap<>(Map.of("Content-Type", "text/xml")),
                        "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                                .formatted(
                                        Tape.MISSING,
                                        message.replace("&", "&amp;").replace("<", "&lt;")))
                : new Taped(
                        400,
                        new TreeMap<>(Map.of("Content-Type", "application/json", "x-amzn-errortype", Tape.MISSING)),
                        "{\"__type\":\"%s\",\"message\":\"%s\"}"
                                .formatted(
                                        Tape.MISSING,
                                        message.replace("\\", "\\\\").replace("\"", "\\\"")));
    }
}
