package dev.quarterdeck.local.serve;

import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.kernel.Json;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Telemetry on one machine: log lines to where they are told, figures kept for {@code GET /metrics}. */
final class PrometheusTelemetry implements Telemetry {
    private final Consumer<Json.Obj> lines;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("quarterdeck_requests_total")
            .help("Requests answered, by operation and status.")
            .labelNames("operation", "status")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("quarterdeck_request_duration_seconds")
            .help("Time to answer a request, by operation.")
            .labelNames("operation")
            .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .classicOnly()
            .register(registry);

    PrometheusTelemetry(Consumer<Json.Obj> lines) {
        this.lines = lines;
    }

    @Override
    public void log(Json.Obj line) {
        lines.accept(line);
    }

    @Override
    public void served(String operation, int status, Duration took) {
        requests.labelValues(operation, Integer.toString(status)).inc();
        seconds.labelValues(operation).observe(took.toNanos() / 1e9);
    }

    /** All figures as Prometheus reads them. */
    String text() {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
