package dev.quarterdeck.edge;

import dev.quarterdeck.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Telemetry where CloudWatch reads a function's output: log lines as they are, and figures in its embedded metric
 * format (one line a request: {@code requests}, {@code errors}, {@code duration} in milliseconds, by operation).
 */
public final class EmfTelemetry implements Telemetry {
    private static final String NAMESPACE = "Quarterdeck";

    private final Consumer<String> lines;
    private final Clock clock;

    public EmfTelemetry(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void log(Json.Obj line) {
        lines.accept(line.text());
    }

    @Override
    public void served(String operation, int status, Duration took) {
        lines.accept(Json.Obj.EMPTY
                .with("_aws", meta())
                .with("operation", Json.of(operation))
                .with("requests", Json.of(1))
                .with("errors", Json.of(status >= 500 ? 1 : 0))
                .with("duration", Json.of(took.toMillis()))
                .text());
    }

    private Json.Obj meta() {
        Json.Obj directive = Json.Obj.EMPTY
                .with("Namespace", Json.of(NAMESPACE))
                .with("Dimensions", Json.of(List.of(Json.of(List.of(Json.of("operation"))), Json.of(List.of()))))
                .with(
                        "Metrics",
                        Json.of(List.of(
                                metric("requests", "Count"),
                                metric("errors", "Count"),
                                metric("duration", "Milliseconds"))));
        return Json.Obj.EMPTY
                .with("Timestamp", Json.of(clock.millis()))
                .with("CloudWatchMetrics", Json.of(List.of(directive)));
    }

    private static Json.Obj metric(String name, String unit) {
        return Json.Obj.EMPTY.with("Name", Json.of(name)).with("Unit", Json.of(unit));
    }
}
