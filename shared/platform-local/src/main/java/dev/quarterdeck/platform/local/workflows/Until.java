package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** How long a state waits. */
sealed interface Until {
    Instant end(Scope scope, Instant entered);

    record Span(Duration span) implements Until {
        @Override
        public Instant end(Scope scope, Instant entered) {
            return entered.plus(span);
        }
    }

    record Moment(Instant moment) implements Until {
        @Override
        public Instant end(Scope scope, Instant entered) {
            return moment;
        }
    }

    record SpanAt(Path path) implements Until {
        @Override
        public Instant end(Scope scope, Instant entered) {
            if (path.evaluate(scope) instanceof Json.Num(var seconds) && seconds.signum() >= 0) {
                return entered.plusSeconds(seconds.longValue());
            }
            throw wrong(path, "a number of seconds");
        }
    }

    record MomentAt(Path path) implements Until {
        @Override
        public Instant end(Scope scope, Instant entered) {
            try {
                if (path.evaluate(scope) instanceof Json.Str(var text)) {
                    return instant(text);
                }
            } catch (DateTimeException _) {
                // said below, as for what is no text
            }
            throw wrong(path, "a time like 2026-01-02T03:04:05Z");
        }
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static FaultException wrong(Path path, String wanted) {
        return new FaultException(Fault.runtime("%s is wanted at the path '%s'".formatted(wanted, path.text())));
    }
}
