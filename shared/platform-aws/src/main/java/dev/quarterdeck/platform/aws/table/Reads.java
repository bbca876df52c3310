package dev.quarterdeck.platform.aws.table;

import static software.amazon.awssdk.enhanced.dynamodb.TableMetadata.primaryIndexName;

import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads rows as documents of the Enhanced client; hides what has expired. */
final class Reads {
    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<EnhancedDocument> table;
    private final Clock clock;

    Reads(DynamoDbClient client, TableName name, Clock clock) {
        this.client = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        this.table = this.client.table(name.value(), schema());
        this.clock = clock;
    }

    private static TableSchema<EnhancedDocument> schema() {
        var schema = TableSchema.documentSchemaBuilder()
                .addIndexPartitionKey(primaryIndexName(), Columns.PARTITION, AttributeValueType.S)
                .addIndexSortKey(primaryIndexName(), Columns.SORT, AttributeValueType.S)
                .attributeConverterProviders(AttributeConverterProvider.defaultProvider());
        for (Index index : Index.values()) {
            schema.addIndexPartitionKey(Columns.index(index), Columns.partition(index), AttributeValueType.S)
                    .addIndexSortKey(Columns.index(index), Columns.sort(index), AttributeValueType.S);
        }
        return schema.build();
    }

    Optional<Row> get(Key key) {
        return reading(() -> {
            @Nullable EnhancedDocument document = table.getItem(consistently(key));
            return Optional.ofNullable(document).map(Reads::row).filter(this::lives);
        });
    }

    Map<Key, Row> get(Set<Key> keys) {
        return reading(() -> {
            var batch = ReadBatch.builder(EnhancedDocument.class).mappedTableResource(table);
            keys.forEach(key -> batch.addGetItem(consistently(key)));
            var found = new HashMap<Key, Row>();
            client.batchGetItem(request -> request.readBatches(batch.build()))
                    .resultsForTable(table)
                    .forEach(document -> {
                        Row row = row(document);
                        if (lives(row)) {
                            found.put(row.key(), row);
                        }
                    });
            return found;
        });
    }

    Page query(Query query) {
        Optional<QueryEnhancedRequest> request = Ranges.request(query);
        if (request.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        return reading(() -> {
            var pages = query.index().isPresent()
                    ? table.index(Columns.index(query.index().get())).query(request.get())
                    : table.query(request.get());
            var page = pages.iterator().next();
            var rows = page.items().stream().map(Reads::row).filter(this::lives).toList();
            return new Page(rows, Optional.ofNullable(page.lastEvaluatedKey()).map(last -> Ranges.cursor(query, last)));
        });
    }

    private static GetItemEnhancedRequest consistently(Key key) {
        return GetItemEnhancedRequest.builder()
                .key(some -> some.partitionValue(key.partition()).sortValue(key.sort()))
                .consistentRead(true)
                .build();
    }

    private static Row row(EnhancedDocument document) {
        Map<String, AttributeValue> item = document.toMap();
        return Columns.row(item);
    }

    private boolean lives(Row row) {
        Instant now = clock.instant();
        return !row.gone(now);
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (SdkException e) {
            throw Trouble.of(e);
        }
    }
}
