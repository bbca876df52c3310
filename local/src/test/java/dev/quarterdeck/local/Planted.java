package dev.quarterdeck.local;

import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.protocol.JavaValues;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Asks an emulator for the few resources that a test is about. */
final class Planted implements AutoCloseable {
    private final AwsClient client;
    private final Access access;

    Planted(URI emulator) {
        this(emulator, "test", "test");
    }

    Planted(URI emulator, String keyId, String secret) {
        this.client = EmulatorClient.at(emulator, AwsClient.Catalog.shipped());
        this.access =
                new Access("aws", "", StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)));
    }

    void ask(String service, String operation, Map<String, ?> input) {
        var _ = asked(service, operation, input);
    }

    /** What the emulator said. */
    Map<?, ?> asked(String service, String operation, Map<String, ?> input) {
        var said = new JavaValues();
        Answer answer = client.call(call(service, operation, input), said);
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("%s %s: %s".formatted(service, operation, answer));
        }
        return (Map<?, ?>) Objects.requireNonNull(said.value());
    }

    /** What came of it. */
    Answer answer(String service, String operation, Map<String, ?> input) {
        return client.call(call(service, operation, input), new JavaValues());
    }

    private Call call(String service, String operation, Map<String, ?> input) {
        return Call.of(service, operation, input, access, "eu-west-1");
    }

    /** The same in another account. */
    Planted in(String account, URI emulator) {
        String role = "arn:aws:iam::%s:role/Audit".formatted(account);
        var session = (Map<?, ?>) Objects.requireNonNull(
                asked("sts", "AssumeRole", Map.of("RoleArn", role, "RoleSessionName", "planting"))
                        .get("Credentials"));
        return new Planted(emulator, text(session, "AccessKeyId"), text(session, "SecretAccessKey"));
    }

    private static String text(Map<?, ?> said, String name) {
        return (String) Objects.requireNonNull(said.get(name));
    }

    void queue(String name) {
        ask("sqs", "CreateQueue", Map.of("QueueName", name));
    }

    @Override
    public void close() {
        client.close();
    }
}
