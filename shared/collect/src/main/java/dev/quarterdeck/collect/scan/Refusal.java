package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.Coverage.Reason;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.wire.Answer;
import java.util.Optional;

/** What a failure to read means for coverage. */
record Refusal(Status status, Reason reason) {
    private static final int LONGEST = 600;

    static Refusal of(Answer.Failure failure) {
        return switch (failure) {
            case Answer.Denied(var action, var message) ->
                new Refusal(Status.DENIED, new Reason(shortened(message), Optional.empty(), known(action)));
            case Answer.Barred(var policy, var message) ->
                new Refusal(Status.BARRED, new Reason(shortened(message), known(policy), Optional.empty()));
            case Answer.Throttled(var message) -> plain(Status.THROTTLED, message);
            case Answer.Unsupported(var message) -> plain(Status.UNSUPPORTED, message);
            case Answer.OptedOut(var message) -> plain(Status.OPTED_OUT, message);
            case Answer.Absent(var code, var message) -> plain(Status.FAILED, code + ": " + message);
            case Answer.Failed(var code, var message) -> plain(Status.FAILED, code + ": " + message);
        };
    }

    static Refusal plain(Status status, String text) {
        return new Refusal(status, new Reason(shortened(text), Optional.empty(), Optional.empty()));
    }

    /** One line for a resource's own record. */
    String brief() {
        return "%s: %s".formatted(status, reason.text());
    }

    private static Optional<String> known(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
