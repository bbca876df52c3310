package dev.quarterdeck.edge.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path of the API with its holes: {@code /api/aws/accounts/{account_id}}. */
public record Template(String text, List<String> segments) {
    public Template {
        segments = List.copyOf(segments);
    }

    static Template of(String text) {
        return new Template(text, List.of(text.substring(1).split("/")));
    }

    /** What stands in the holes, if this path is one of ours. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var holes = new LinkedHashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            if (isHole(segments.get(i))) {
                holes.put(hole(segments.get(i)), path.get(i));
            } else if (!segments.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(holes);
    }

    /** How many segments stand for themselves: where two paths fit, the one with more of them is meant. */
    long literal() {
        return segments.stream().filter(segment -> !isHole(segment)).count();
    }

    private static boolean isHole(String segment) {
        return segment.startsWith("{");
    }

    private static String hole(String segment) {
        return segment.substring(1, segment.length() - 1);
    }
}
