package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Query.Range;
import dev.quarterdeck.kernel.table.Utf8;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Queries and cursors as DynamoDB has them. */
final class Ranges {
    private Ranges() {}

    /** What to ask, unless nothing can be within the range: DynamoDB refuses such questions. */
    static Optional<QueryEnhancedRequest> request(Query query) {
        return conditional(query.partition(), query.range()).map(conditional -> {
            var request = QueryEnhancedRequest.builder()
                    .queryConditional(conditional)
                    .scanIndexForward(!query.backwards())
                    .limit(query.limit());
            if (query.index().isEmpty()) {
                request.consistentRead(true);
            }
            query.from().ifPresent(cursor -> request.exclusiveStartKey(start(query, cursor)));
            return request.build();
        });
    }

    static Cursor cursor(Query query, Map<String, AttributeValue> last) {
        return new Cursor(
                Columns.keyOf(last, Columns.PARTITION, Columns.SORT),
                query.index().map(index -> Columns.keyOf(last, Columns.partition(index), Columns.sort(index))));
    }

    private static Optional<QueryConditional> conditional(String partition, Range range) {
        return switch (range) {
            case Range.All _ ->
                Optional.of(QueryConditional.keyEqualTo(of(partition).build()));
            case Range.StartsWith(String prefix) ->
                Optional.of(
                        prefix.isEmpty()
                                ? QueryConditional.keyEqualTo(of(partition).build())
                                : QueryConditional.sortBeginsWith(
                                        of(partition).sortValue(prefix).build()));
            case Range.Between between -> between(partition, between);
        };
    }

    private static Optional<QueryConditional> between(String partition, Range.Between range) {
        if (range.high().isEmpty() || Utf8.ORDER.compare(range.low(), range.high()) > 0) {
            return Optional.empty();
        }
        var high = of(partition).sortValue(range.high()).build();
        return Optional.of(
                range.low().isEmpty()
                        ? QueryConditional.sortLessThanOrEqualTo(high)
                        : QueryConditional.sortBetween(
                                of(partition).sortValue(range.low()).build(), high));
    }

    private static software.amazon.awssdk.enhanced.dynamodb.Key.Builder of(String partition) {
        return software.amazon.awssdk.enhanced.dynamodb.Key.builder().partitionValue(partition);
    }

    private static Map<String, AttributeValue> start(Query query, Cursor cursor) {
        var start = new HashMap<>(Columns.key(cursor.row()));
        query.index().ifPresent(index -> {
            Key place = cursor.place().orElseThrow();
            start.put(Columns.partition(index), AttributeValue.fromS(place.partition()));
            start.put(Columns.sort(index), AttributeValue.fromS(place.sort()));
        });
        return start;
    }
}
