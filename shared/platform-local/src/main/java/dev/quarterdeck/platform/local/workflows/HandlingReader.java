package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is done when a state fails, and where results go. */
final class HandlingReader {
    private HandlingReader() {}

    static Handling read(Fields fields) {
        List<Retrier> retriers =
                fields.objects("Retry").stream().map(HandlingReader::retrier).toList();
        List<Handling.Catcher> catchers =
                fields.objects("Catch").stream().map(HandlingReader::catcher).toList();
        return fields.make(() -> new Handling(retriers, catchers));
    }

    private static Retrier retrier(Fields fields) {
        fields.only(
                Set.of("Comment", "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds"));
        double growth = fields.json().get("BackoffRate").orElse(Json.of(2)) instanceof Json.Num(var rate)
                ? rate.doubleValue()
                : Double.NaN;
        Duration first = Duration.ofSeconds(fields.maybeWhole("IntervalSeconds").orElse(1L));
        Duration longest =
                fields.maybeWhole("MaxDelaySeconds").map(Duration::ofSeconds).orElse(Duration.ofDays(365));
        return fields.make(() -> new Retrier(
                new Errors(fields.texts("ErrorEquals")),
                Math.toIntExact(fields.maybeWhole("MaxAttempts").orElse(3L)),
                new Retrier.Pauses(first, growth, longest)));
    }

    private static Handling.Catcher catcher(Fields fields) {
        fields.only(Set.of("Comment", "ErrorEquals", "ResultPath", "Next"));
        return fields.make(() ->
                new Handling.Catcher(new Errors(fields.texts("ErrorEquals")), placing(fields), fields.text("Next")));
    }

    static Placing placing(Fields fields) {
        boolean nowhere = fields.json()
                .get("ResultPath")
                .filter(Json.Null.class::isInstance)
                .isPresent();
        return nowhere
                ? new Placing(Optional.empty())
                : fields.maybeText("ResultPath", text -> new Placing(Optional.of(Path.of(text))))
                        .orElse(Placing.ALL);
    }
}
