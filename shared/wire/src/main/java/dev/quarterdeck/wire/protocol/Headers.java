package dev.quarterdeck.wire.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A response's headers: names without regard to case, several of one name joined by comma and space. */
public final class Headers {
    public static final Headers NONE = of(Map.of());

    private final TreeMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Headers(Map<String, ? extends List<String>> headers) {
        headers.forEach((name, all) -> values.merge(name, String.join(", ", all), (a, b) -> a + ", " + b));
    }

    public static Headers of(Map<String, ? extends List<String>> headers) {
        return new Headers(headers);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** All headers, names as received. */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }
}
