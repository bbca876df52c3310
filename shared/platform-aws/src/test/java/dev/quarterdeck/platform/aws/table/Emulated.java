package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Index;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A DynamoDB table of the hub's shape at an emulator. */
final class Emulated {
    static final TableName NAME = new TableName("quarterdeck");

    private Emulated() {}

    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("111111111111", "test")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    static void createTable(DynamoDbClient client) {
        var attributes = new ArrayList<>(List.of(Columns.PARTITION, Columns.SORT));
        Stream.of(Index.values())
                .forEach(index -> attributes.addAll(List.of(Columns.partition(index), Columns.sort(index))));
        client.createTable(table -> table.tableName(NAME.value())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes.stream().map(Emulated::text).toList())
                .keySchema(keys(Columns.PARTITION, Columns.SORT))
                .globalSecondaryIndexes(
                        Stream.of(Index.values()).map(Emulated::index).toList()));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static GlobalSecondaryIndex index(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(Columns.index(index))
                .keySchema(keys(Columns.partition(index), Columns.sort(index)))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }
}
