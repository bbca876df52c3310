package dev.quarterdeck.local;

import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.protocol.JavaValues;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Asks an emulator for the few resources that a test is about. */
final class Planted implements AutoCloseable {
    private static final Access KEYS =
            new Access("aws", "", StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));

    private final AwsClient client;

    Planted(URI emulator) {
        this.client = EmulatorClient.at(emulator, EmulatorClient.compiledCatalog());
    }

    void ask(String service, String operation, Map<String, ?> input) {
        Answer answer = client.call(Call.of(service, operation, input, KEYS, "eu-west-1"), new JavaValues());
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("%s %s: %s".formatted(service, operation, answer));
        }
    }

    void queue(String name) {
        ask("sqs", "CreateQueue", Map.of("QueueName", name));
    }

    @Override
    public void close() {
        client.close();
    }
}
