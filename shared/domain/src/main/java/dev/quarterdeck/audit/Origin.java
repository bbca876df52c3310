package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Json;
import java.util.Map;
import java.util.TreeMap;

/** Through which request it came, from which address, by which program. */
public record Origin(String request, String address, String client) {
    /** The hub's own work, which no request asked for. */
    public static Origin internal(String run) {
        return new Origin(run, "", "quarterdeck");
    }

    Json.Obj json() {
        return Json.of(new TreeMap<>(
                Map.of("request", Json.of(request), "address", Json.of(address), "client", Json.of(client))));
    }
}
