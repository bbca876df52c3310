package dev.quarterdeck.edge;

import dev.quarterdeck.kernel.Json;
import java.time.Duration;

/** Where the edge tells what it did: a log of JSON lines, and figures of each operation. */
public interface Telemetry {
    void log(Json.Obj line);

    /** One request was answered. Operations that the contract does not know count as {@code unknown}. */
    void served(String operation, int status, Duration took);
}
