package dev.quarterdeck.architecture.planted.functions.hub;

/** A function calls AWS through adapters, never by the SDK's own clients. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return software.amazon.awssdk.services.dynamodb.DynamoDbClient.class.getName();
    }
}
