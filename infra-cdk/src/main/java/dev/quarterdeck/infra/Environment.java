package dev.quarterdeck.infra;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a function finds in its environment: just what its manifest entry names. */
final class Environment {
    /** The small start-up compiler only: a function lives too briefly for the other to pay. */
    private static final Map<String, String> JVM = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

    private Environment() {}

    static Map<String, String> of(FunctionEntry entry, Map<String, String> values) {
        var environment = new TreeMap<>(JVM);
        for (String name : entry.needs().environment()) {
            environment.put(
                    name,
                    Optional.ofNullable(values.get(name))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "nobody says what %s of function '%s' is".formatted(name, entry.name()))));
        }
        return environment;
    }
}
