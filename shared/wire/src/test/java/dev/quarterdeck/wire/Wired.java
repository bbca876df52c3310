package dev.quarterdeck.wire;

import dev.quarterdeck.wire.model.ModelIndex;
import dev.quarterdeck.wire.model.ModelIndexWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/** A client of a test's own server, in time that passes only when it waits. */
final class Wired implements AutoCloseable {
    static final Access ACCESS = new Access(
            "aws", "111111111111", StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")));
    private static final Path CATALOG = Path.of(System.getProperty("quarterdeck.root"), "shared", "catalog");
    private static final AwsClient.Catalog AWS =
            catalog("ec2", "sqs", "iam", "s3", "lambda", "sts", "s3control", "organizations");

    final FakeTiming timing = new FakeTiming();
    final List<CallListener.Attempt> attempts = new CopyOnWriteArrayList<>();
    final AwsClient client;

    Wired(URI server) {
        this(WireSettings.standard("test").withRate(100).withWhere(WireSettings.Where.at(server)));
    }

    Wired(WireSettings settings) {
        this(settings, new Transport(settings));
    }

    /** Over an HTTP client of the test's own. */
    Wired(WireSettings settings, SdkHttpClient http) {
        this(settings, new Transport(http));
    }

    private Wired(WireSettings settings, Transport transport) {
        client = new AwsClient(AWS, settings, attempts::add, timing, transport);
    }

    static WireSettings.TimeOuts timeOuts(Duration read, Duration call) {
        return new WireSettings.TimeOuts(Duration.ofSeconds(2), read, call);
    }

    static Call call(String service, String operation, Map<String, ?> input) {
        return Call.of(service, operation, input, ACCESS, "eu-west-1");
    }

    @Override
    public void close() {
        client.close();
    }

    private static AwsClient.Catalog catalog(String... services) {
        ModelIndexWriter writer = new ModelIndexWriter();
        try (InputStream endpoints = Files.newInputStream(CATALOG.resolve("endpoints.json"))) {
            for (String service : services) {
                try (InputStream model =
                        Files.newInputStream(CATALOG.resolve("models").resolve(service + ".json"))) {
                    writer.add(model);
                }
            }
            return new AwsClient.Catalog(ModelIndex.of(writer.toBytes()), Endpoints.read(endpoints));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
