package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Json;
import java.util.Map;
import java.util.TreeMap;

/** Through which request it came, from which address, by which program. */
public record Origin(String request, String address, String client) {
    private static final int LONGEST = 200;

    /** What a client says of itself is cut: records have an end. */
    public Origin {
        request = cut(request);
        address = cut(address);
        client = cut(client);
    }

    /** The hub's own work, which no request asked for. */
    public static Origin internal(String run) {
        return new Origin(run, "", "quarterdeck");
    }

    Json.Obj json() {
        return Json.of(new TreeMap<>(
                Map.of("request", Json.of(request), "address", Json.of(address), "client", Json.of(client))));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
