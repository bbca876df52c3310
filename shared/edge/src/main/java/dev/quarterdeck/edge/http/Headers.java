package dev.quarterdeck.edge.http;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields; names compare without regard to case. */
public record Headers(Map<String, List<String>> fields) {
    public static final Headers NONE = new Headers(Map.of());

    public Headers {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) -> copy.merge(name, List.copyOf(values), Headers::joined));
        fields = copy;
    }

    public static Headers of(String... namesAndValues) {
        Headers headers = NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** These, and those fields of the others that these do not have. */
    public Headers or(Headers others) {
        var both = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        both.putAll(others.fields);
        both.putAll(fields);
        return new Headers(both);
    }

    /** These and one more field line. */
    public Headers with(String name, String value) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        copy.merge(name, List.of(value), Headers::joined);
        return new Headers(copy);
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The field's only value; a field that says two things says nothing that one may rely on, and is refused. */
    public Optional<String> one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new FailureException(Failure.invalid(
                    name.toLowerCase(Locale.ROOT), "is given %d times; give it once".formatted(values.size())));
        }
        return values.stream().findFirst();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
