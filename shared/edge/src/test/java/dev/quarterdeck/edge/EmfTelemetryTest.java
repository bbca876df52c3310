package dev.quarterdeck.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures as CloudWatch reads them out of a function's log. */
class EmfTelemetryTest {
    private final List<String> lines = new ArrayList<>();
    private final Telemetry telemetry =
            new EmfTelemetry(lines::add, new TestClock(Instant.parse("2026-03-01T12:00:00Z")));

    @Test
    void tellsEachRequestOnceByOperationAndInAll() {
        telemetry.served("listAccounts", 200, Duration.ofMillis(17));

        assertThat(lines).singleElement().extracting(Json::parse).isEqualTo(Json.parse("""
                {"_aws": {"Timestamp": 1772366400000, "CloudWatchMetrics": [{
                   "Namespace": "Quarterdeck",
                   "Dimensions": [["operation"], []],
                   "Metrics": [{"Name": "requests", "Unit": "Count"}, {"Name": "errors", "Unit": "Count"},
                     {"Name": "duration", "Unit": "Milliseconds"}]}]},
                 "operation": "listAccounts", "requests": 1, "errors": 0, "duration": 17}"""));
    }

    @Test
    void countsAsErrorsWhatTheHubDidWrongAndNotWhatItsCallersDid() {
        telemetry.served("listAccounts", 503, Duration.ZERO);
        telemetry.served("listAccounts", 404, Duration.ZERO);

        assertThat(lines)
                .extracting(line -> ((Json.Obj) Json.parse(line)).get("errors").orElseThrow())
                .containsExactly(Json.of(1), Json.of(0));
    }

    @Test
    void writesALogLineAsItIs() {
        telemetry.log(new Members().put("level", "INFO").json());

        assertThat(lines).containsExactly("{\"level\":\"INFO\"}");
    }
}
