package dev.quarterdeck.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.aws.objects.BucketName;
import dev.quarterdeck.platform.aws.objects.S3Objects;
import dev.quarterdeck.platform.aws.table.DynamoDbTable;
import dev.quarterdeck.platform.aws.table.TableName;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.journey.Cloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A hub account in MiniStack, with the hub's functions in processes of this machine. */
final class EmulatedAccount implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cloud accounts;
    private final FunctionHost functions;
    private final MiniStack cloud;

    /** {@code accounts} are those that the hub is to run, and among them is its own, with the broker's role. */
    EmulatedAccount(Cloud accounts) throws IOException {
        this.accounts = accounts;
        functions = FunctionHost.start(this::environment);
        MiniStack.Settings settings = MiniStack.Settings.OPEN;
        for (FunctionEntry function : Manifest.shipped().functions()) {
            settings = settings.with(function.deployedName(), functions.of(function));
        }
        cloud = MiniStack.start(settings);
    }

    CdkCommand cdk(Path home) {
        return new CdkCommand(cloud.endpoint(), home);
    }

    /** Asks the deployed API as the world does, by its own name; MiniStack has no DNS, so the path names it once more. */
    HttpResponse<String> get(URI hub, String path) {
        String api = hub.getHost().substring(0, hub.getHost().indexOf('.'));
        return send(
                HttpRequest.newBuilder(cloud.endpoint().resolve("/_aws/execute-api/%s/$default%s".formatted(api, path)))
                        .header("Host", hub.getHost())
                        .build());
    }

    Doorstep doorstep(URI hub) throws IOException {
        return Doorstep.of(hub, cloud.endpoint());
    }

    /** Calls a function, by its name and alias, as somebody does who may. */
    JsonNode call(String function, String event) {
        return json(send(request("lambda", "/2015-03-31/functions/%s/invocations".formatted(function))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build()));
    }

    /** The deployed table. */
    Table table() {
        var client = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        return new DynamoDbTable(client, new TableName(DataStack.TABLE), Clock.systemUTC());
    }

    /** The deployed bucket of facts, as a function finds it that may read and write there. */
    Objects objects() {
        var client = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        String bucket = json(send(request("lambda", "/2015-03-31/functions/quarterdeck-api/configuration")
                        .build()))
                .at("/Environment/Variables/HUB_FACTS")
                .asText();
        return new S3Objects(client, new BucketName(bucket));
    }

    /** Has the dispatcher follow the table's stream, or not: the emulator would deliver between the steps of a test. */
    void follow(boolean enabled) {
        String mappings = "/2015-03-31/event-source-mappings/";
        JsonNode mapping = json(send(request("lambda", mappings).build()))
                .path("EventSourceMappings")
                .path(0);
        String uuid = mapping.path("UUID").asText();
        JsonNode changed = json(send(request("lambda", mappings + uuid)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"Enabled\": %s}".formatted(enabled)))
                .build()));
        if (!changed.path("State").asText().equals(enabled ? "Enabled" : "Disabled")) {
            throw new IllegalStateException("the stream's mapping %s became %s".formatted(mapping, changed));
        }
    }

    /** Asks one of AWS's JSON services. */
    JsonNode ask(String service, String operation, String body) {
        return json(send(request(service, "/")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", operation)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** What was deployed as the function's environment, and what Lambda adds to it; AWS is the emulators. */
    private Map<String, String> environment(FunctionEntry function) {
        JsonNode deployed =
                json(send(request("lambda", "/2015-03-31/functions/%s/configuration".formatted(function.deployedName()))
                        .build()));
        var environment = new HashMap<>(credentials(function));
        environment.putAll(Map.of(
                "AWS_ENDPOINT_URL", cloud.endpoint().toString(),
                "EMULATED_ACCOUNTS", accounts.endpoint(),
                "AWS_REGION", Cloud.REGION,
                "AWS_LAMBDA_FUNCTION_NAME", function.deployedName(),
                "AWS_LAMBDA_INITIALIZATION_TYPE", function.size().hasSnapshot() ? "snap-start" : "on-demand"));
        deployed.at("/Environment/Variables")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        return environment;
    }

    /** Only the broker's are worth anything in the accounts. */
    private Map<String, String> credentials(FunctionEntry function) {
        return function.needs().permissions().contains(Permission.ROLES)
                ? accounts.brokersEnvironment()
                : Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
    }

    @Override
    public void close() {
        cloud.close();
        functions.close();
        http.close();
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(cloud.endpoint().resolve(path))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=00"
                                .formatted(service));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while talking to the emulator", e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
