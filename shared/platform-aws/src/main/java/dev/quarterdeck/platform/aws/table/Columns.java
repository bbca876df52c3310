package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a row lies in DynamoDB: each member of its data is an attribute, so that counters can be added to; what the table
 * itself needs has names with {@code @}, and a member that begins so gets one more.
 */
final class Columns {
    static final String PARTITION = "@p";
    static final String SORT = "@s";
    static final String VERSION = "@v";

    /** The table's time-to-live attribute: seconds since 1970. */
    static final String EXPIRES = "@x";

    private static final String OWN = "@";

    private Columns() {}

    static String index(Index index) {
        return switch (index) {
            case FIRST -> "first";
            case SECOND -> "second";
        };
    }

    static String partition(Index index) {
        return switch (index) {
            case FIRST -> "@1p";
            case SECOND -> "@2p";
        };
    }

    static String sort(Index index) {
        return switch (index) {
            case FIRST -> "@1s";
            case SECOND -> "@2s";
        };
    }

    /** The attribute that holds a member of a row's data. */
    static String member(String name) {
        return name.startsWith(OWN) ? OWN + name : name;
    }

    static Map<String, AttributeValue> key(Key key) {
        return Map.of(
                PARTITION, AttributeValue.fromS(key.partition()),
                SORT, AttributeValue.fromS(key.sort()));
    }

    static Map<String, AttributeValue> item(Row row) {
        var item = new HashMap<>(key(row.key()));
        item.put(VERSION, Values.of(row.version()));
        row.expires().ifPresent(end -> item.put(EXPIRES, Values.of(end.getEpochSecond())));
        row.indexed().forEach((index, place) -> {
            item.put(partition(index), AttributeValue.fromS(place.partition()));
            item.put(sort(index), AttributeValue.fromS(place.sort()));
        });
        row.data().members().forEach((name, value) -> item.put(member(name), Values.of(value)));
        return item;
    }

    static Row row(Map<String, AttributeValue> item) {
        var data = new LinkedHashMap<String, Json>();
        item.forEach((attribute, value) -> {
            if (!attribute.startsWith(OWN)) {
                data.put(attribute, Values.json(value));
            } else if (attribute.startsWith(OWN + OWN)) {
                data.put(attribute.substring(1), Values.json(value));
            }
        });
        return new Row(
                keyOf(item, PARTITION, SORT),
                Long.parseLong(value(item, VERSION).n()),
                new Json.Obj(data),
                places(item),
                Optional.ofNullable(item.get(EXPIRES)).map(end -> Instant.ofEpochSecond(Long.parseLong(end.n()))));
    }

    private static Map<Index, Key> places(Map<String, AttributeValue> item) {
        var places = new EnumMap<Index, Key>(Index.class);
        for (Index index : Index.values()) {
            key(item, partition(index), sort(index)).ifPresent(place -> places.put(index, place));
        }
        return places;
    }

    private static Optional<Key> key(Map<String, AttributeValue> item, String partition, String sort) {
        return item.containsKey(partition) ? Optional.of(keyOf(item, partition, sort)) : Optional.empty();
    }

    /** The key that an item holds in these two attributes. */
    static Key keyOf(Map<String, AttributeValue> item, String partition, String sort) {
        return new Key(value(item, partition).s(), value(item, sort).s());
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute);
    }
}
