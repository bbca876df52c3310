package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path into JSON: members, items by their index, and {@code [*]} for all of them. Filters, slices and {@code ..} are
 * refused, as is whatever else the engines of this world read differently.
 */
record Path(String text, boolean context, List<Segment> segments) implements Expression {
    private static final Pattern SEGMENT =
            Pattern.compile("\\.([\\p{L}_][\\p{L}\\p{N}_-]*)|\\['([^'\\\\]+)']|\\[(\\d{1,9})]|(\\[\\*]|\\.\\*)");

    static final Path ROOT = Path.of("$");

    public Path {
        segments = List.copyOf(segments);
    }

    sealed interface Segment {
        Stream<Json> in(Json value);

        record Member(String name) implements Segment {
            @Override
            public Stream<Json> in(Json value) {
                return value instanceof Json.Obj object ? object.get(name).stream() : Stream.empty();
            }
        }

        record Item(int index) implements Segment {
            @Override
            public Stream<Json> in(Json value) {
                return value instanceof Json.Arr(var items) && index < items.size()
                        ? Stream.of(items.get(index))
                        : Stream.empty();
            }
        }

        record Every() implements Segment {
            @Override
            public Stream<Json> in(Json value) {
                return switch (value) {
                    case Json.Arr(var items) -> items.stream();
                    case Json.Obj(var members) -> members.values().stream();
                    case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> Stream.empty();
                };
            }
        }
    }

    /** Reads a path. Throws where it is none, or none of those that workflows may use. */
    static Path of(String text) {
        boolean context = text.startsWith("$$");
        if (!text.startsWith("$")) {
            throw new IllegalArgumentException("a path begins with '$': '%s'".formatted(text));
        }
        int at = context ? 2 : 1;
        var segments = new ArrayList<Segment>();
        Matcher segment = SEGMENT.matcher(text);
        while (at < text.length()) {
            if (!segment.find(at) || segment.start() != at) {
                throw new IllegalArgumentException(
                        "a path has .name, ['name'], [0] and [*]; not so from character %d: '%s'"
                                .formatted(at + 1, text));
            }
            segments.add(segment(segment));
            at = segment.end();
        }
        return new Path(text, context, segments);
    }

    private static Segment segment(Matcher found) {
        if (found.group(1) != null) {
            return new Segment.Member(found.group(1));
        }
        if (found.group(2) != null) {
            return new Segment.Member(found.group(2));
        }
        return found.group(3) == null ? new Segment.Every() : new Segment.Item(Integer.parseInt(found.group(3)));
    }

    /** Whether it leads to one place at most. */
    boolean isDefinite() {
        return segments.stream().noneMatch(Segment.Every.class::isInstance);
    }

    /** What is there; with {@code [*]} it is a list, which may be empty. */
    Optional<Json> find(Scope scope) {
        List<Json> found = List.of(context ? scope.context() : scope.data());
        for (Segment segment : segments) {
            found = found.stream().flatMap(segment::in).toList();
        }
        return isDefinite() ? found.stream().findFirst() : Optional.of(Json.of(found));
    }

    @Override
    public Json evaluate(Scope scope) {
        return find(scope)
                .orElseThrow(
                        () -> new FaultException(Fault.runtime("there is nothing at the path '%s'".formatted(text))));
    }
}
