package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Write;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Conditions as DynamoDB reads them, made from placeholders alone: no name and no value ever stands in the text. One
 * object makes all the text of one write, and collects what the placeholders stand for.
 */
final class Expression {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();
    private final Instant now;

    Expression(Instant now) {
        this.now = now;
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    String name(String attribute) {
        String placeholder = "#" + names.size();
        names.put(placeholder, attribute);
        return placeholder;
    }

    String value(AttributeValue value) {
        String placeholder = ":" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }

    /** All of these at once. */
    String all(List<Condition> conditions, Write write) {
        return conditions.stream()
                .map(condition -> "(" + of(condition, write) + ")")
                .collect(Collectors.joining(" AND "));
    }

    /** DynamoDB removes what has expired when it likes: until then such a row is there, and counts for nothing. */
    String expired() {
        return "%s <= %s".formatted(name(Columns.EXPIRES), value(Values.of(now.getEpochSecond())));
    }

    private String there() {
        return "attribute_exists(%s) AND NOT %s".formatted(name(Columns.PARTITION), expired());
    }

    private String of(Condition condition, Write write) {
        return switch (condition) {
            case Condition.Absent _ -> "attribute_not_exists(%s) OR %s".formatted(name(Columns.PARTITION), expired());
            case Condition.Exists _ -> there();
            case Condition.VersionIs(long version) ->
                "%s AND %s = %s".formatted(there(), name(Columns.VERSION), value(Values.of(version)));
            case Condition.AttributeIs wanted ->
                "%s AND %s = %s"
                        .formatted(there(), name(Columns.member(wanted.name())), value(Values.of(wanted.value())));
            case Condition.CounterAtMost bound -> atMost(bound, write);
        };
    }

    private String atMost(Condition.CounterAtMost bound, Write write) {
        BigDecimal before = BigDecimal.valueOf(bound.most()).subtract(BigDecimal.valueOf(added(bound.name(), write)));
        String counter = name(Columns.member(bound.name()));
        String within = "%s <= %s".formatted(counter, value(AttributeValue.fromN(before.toPlainString())));
        return before.signum() < 0
                ? "%s AND %s".formatted(there(), within)
                : "attribute_not_exists(%s) OR %s OR %s".formatted(counter, within, expired());
    }

    /** How much a write adds to a counter. */
    static long added(String counter, Write write) {
        return write instanceof Write.Increment increment && increment.counter().equals(counter) ? increment.by() : 0;
    }
}
