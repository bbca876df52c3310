package dev.quarterdeck.testkit.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Asks an emulator's Step Functions, and the queues and activities by which its tasks are done. */
public final class EmulatedStepFunctions implements AutoCloseable {
    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public EmulatedStepFunctions(URI endpoint) {
        this.endpoint = endpoint;
    }

    public Fields ask(String operation, Members input) {
        return ask("states", "AWSStepFunctions." + operation, input);
    }

    public Fields ask(String service, String target, Members input) {
        try {
            HttpResponse<String> answer =
                    http.send(request(service, target, input), HttpResponse.BodyHandlers.ofString());
            return read(target, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the emulator", e);
        }
    }

    /** Of what may take long: who has lost interest cancels it. */
    public CompletableFuture<Fields> later(String operation, Members input) {
        String target = "AWSStepFunctions." + operation;
        return http.sendAsync(request("states", target, input), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> read(target, answer));
    }

    private HttpRequest request(String service, String target, Members input) {
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", target)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=00"
                                .formatted(service))
                .POST(HttpRequest.BodyPublishers.ofString(input.json().text()))
                .build();
    }

    private static Fields read(String target, HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !(Json.parse(answer.body()) instanceof Json.Obj object)) {
            throw new IllegalStateException("%s: %d %s".formatted(target, answer.statusCode(), answer.body()));
        }
        return Fields.of(object);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
