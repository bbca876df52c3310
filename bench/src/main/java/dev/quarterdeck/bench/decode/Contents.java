package dev.quarterdeck.bench.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Holds one decoder's content to another's: numbers by value, members in any order. */
final class Contents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contents() {}

    static void requireEqual(String what, JsonNode mine, JsonNode theirs) {
        report(what, differences("", mine, theirs, false));
    }

    /** All that they tell is equal; what they lack may be newer than their models. What came empty may look absent. */
    static void requireKnown(String what, JsonNode mine, JsonNode theirs) {
        report(what, differences("", mine, theirs, true));
    }

    private static void report(String what, List<String> differences) {
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    "%s: %d differences, first %s".formatted(what, differences.size(), differences.getFirst()));
        }
    }

    private static List<String> differences(String path, JsonNode mine, JsonNode theirs, boolean theirsMayLack) {
        if (mine.isObject() && theirs.isObject()) {
            return members(path, mine, theirs, theirsMayLack);
        }
        if (theirsMayLack && mine.isContainerNode() && theirs.isTextual()) {
            // The SDK hands IAM's policy documents out as text, percent-encoded as they came.
            return differences(path, mine, parsed(theirs.asText()), true);
        }
        if (mine.isArray() && theirs.isArray() && mine.size() == theirs.size()) {
            return IntStream.range(0, mine.size())
                    .mapToObj(i -> differences(path + "[" + i + "]", mine.get(i), theirs.get(i), theirsMayLack))
                    .flatMap(List::stream)
                    .toList();
        }
        return same(mine, theirs) ? List.of() : List.of("%s is %s, theirs %s".formatted(path, mine, theirs));
    }

    private static List<String> members(String path, JsonNode mine, JsonNode theirs, boolean theirsMayLack) {
        var names = new TreeSet<String>();
        mine.fieldNames().forEachRemaining(names::add);
        theirs.fieldNames().forEachRemaining(names::add);
        var found = new ArrayList<String>();
        for (String name : names) {
            JsonNode ours = mine.path(name);
            JsonNode other = theirs.path(name);
            if (!ours.isMissingNode() && !other.isMissingNode()) {
                found.addAll(differences(path + "." + name, ours, other, theirsMayLack));
            } else if (!theirsMayLack || (ours.isMissingNode() && !other.isEmpty())) {
                found.add("%s.%s is %s, theirs %s".formatted(path, name, ours, other));
            }
        }
        return found;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }

    private static boolean same(JsonNode mine, JsonNode theirs) {
        return (mine.isNumber() && theirs.isNumber())
                ? mine.decimalValue().compareTo(theirs.decimalValue()) == 0
                : mine.equals(theirs);
    }
}
