package dev.quarterdeck.catalog.boto3;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two JSON values differ in content: order of members does not count, numbers are compared by value. */
final class Differences {
    private static final int ENOUGH = 5;

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** At most a few, each with its path; {@code ours} is made of maps, lists, texts, numbers, booleans and null. */
    static List<String> between(JsonNode boto3, @Nullable Object ours) {
        Differences differences = new Differences();
        differences.compare("$", boto3, ours);
        return differences.found;
    }

    private void compare(String path, JsonNode boto3, @Nullable Object ours) {
        if (found.size() >= ENOUGH) {
            return;
        }
        if (boto3.isObject() && ours instanceof Map<?, ?> map) {
            compareMembers(path, boto3, map);
        } else if (boto3.isArray() && ours instanceof List<?> list) {
            compareElements(path, boto3, list);
        } else if (!same(boto3, ours)) {
            found.add("%s: boto3 has %s, we have %s".formatted(path, boto3, ours));
        }
    }

    private void compareMembers(String path, JsonNode boto3, Map<?, ?> ours) {
        Set<String> names = new TreeSet<>();
        boto3.fieldNames().forEachRemaining(names::add);
        ours.keySet().forEach(name -> names.add((String) name));
        for (String name : names) {
            if (!boto3.has(name) || !ours.containsKey(name)) {
                found.add("%s.%s: only %s has it".formatted(path, name, boto3.has(name) ? "boto3" : "our answer"));
            } else {
                compare(path + "." + name, boto3.get(name), ours.get(name));
            }
        }
    }

    private void compareElements(String path, JsonNode boto3, List<?> ours) {
        if (boto3.size() != ours.size()) {
            found.add("%s: boto3 has %d elements, we have %d".formatted(path, boto3.size(), ours.size()));
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            compare(path + "[" + i + "]", boto3.get(i), ours.get(i));
        }
    }

    private static boolean same(JsonNode boto3, @Nullable Object ours) {
        return switch (ours) {
            case null -> boto3.isNull();
            case String text -> boto3.isTextual() && boto3.textValue().equals(text);
            case Boolean bool -> boto3.isBoolean() && boto3.booleanValue() == bool;
            case Number number -> boto3.isNumber() && equal(boto3, new BigDecimal(number.toString()));
            default -> false;
        };
    }

    /** boto3's fractions are doubles; our decimal literal may be longer. */
    private static boolean equal(JsonNode boto3, BigDecimal ours) {
        return boto3.isIntegralNumber()
                ? boto3.decimalValue().compareTo(ours) == 0
                : Double.compare(boto3.doubleValue(), ours.doubleValue()) == 0;
    }
}
