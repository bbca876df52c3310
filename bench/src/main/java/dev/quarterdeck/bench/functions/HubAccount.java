package dev.quarterdeck.bench.functions;

import dev.quarterdeck.testkit.MiniStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipOutputStream;

/** An emulated account with just the table and the secret that functions of the API need to answer. */
record HubAccount(MiniStack cloud) implements AutoCloseable {
    static HubAccount start() {
        var account = new HubAccount(MiniStack.start(MiniStack.Settings.OPEN));
        account.ask("dynamodb", "DynamoDB_20120810.CreateTable", """
                {"TableName": "quarterdeck", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "@p", "AttributeType": "S"}, {"AttributeName": "@s", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "@p", "KeyType": "HASH"}, {"AttributeName": "@s", "KeyType": "RANGE"}]}""");
        account.ask(
                "secretsmanager", "secretsmanager.CreateSecret", """
                {"Name": "quarterdeck/hub", "SecretString": "%s"}""".formatted("a secret of a benchmark ".repeat(3)));
        return account;
    }

    /** What a function finds there, as Lambda's own size and the deployment would have it. */
    Map<String, String> environment() {
        String endpoint = cloud.endpoint().toString();
        var environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", endpoint,
                "EMULATED_ACCOUNTS", endpoint,
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_REGION", "us-east-1",
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"));
        environment.putAll(Map.of(
                "HUB_TABLE", "quarterdeck",
                "HUB_FACTS", "quarterdeck-facts",
                "HUB_WORKFLOWS", "arn:aws:states:us-east-1:123456789012:stateMachine:quarterdeck-",
                "HUB_SECRET", "quarterdeck/hub",
                "HUB_KEY", "alias/quarterdeck",
                "HUB_BROKER", "quarterdeck-broker:live",
                "HUB_BROKER_ROLE", "arn:aws:iam::123456789012:role/quarterdeck-broker",
                "HUB_HOST", "hub.example.com"));
        return environment;
    }

    /** A deployment with no code in it. */
    static Path emptyZip() throws IOException {
        Path zip = Files.createTempFile("empty", ".zip");
        zip.toFile().deleteOnExit();
        new ZipOutputStream(Files.newOutputStream(zip)).close();
        return zip;
    }

    @Override
    public void close() {
        cloud.close();
    }

    private void ask(String service, String operation, String body) {
        String credential =
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=00"
                        .formatted(service);
        var request = HttpRequest.newBuilder(cloud.endpoint())
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", credential)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", operation)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(operation + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the account was made", e);
        }
    }
}
