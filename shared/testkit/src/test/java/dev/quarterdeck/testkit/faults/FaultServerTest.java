package dev.quarterdeck.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultServerTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private FaultServer behind;
    private FaultServer server;

    @BeforeEach
    void start() {
        behind = FaultServer.before(URI.create("http://127.0.0.1:1"));
        behind.fail(_ -> true, Fault.reply(200, "text/plain", "the true answer"));
        server = FaultServer.before(behind.endpoint());
    }

    @AfterEach
    void stop() {
        server.close();
        behind.close();
    }

    @Test
    void passesOnWhatItWasNotToldToFail() throws Exception {
        server.fail(asked -> asked.region().equals("us-east-1"), Fault.reset());

        assertThat(ask("Action=DescribeVpcs").body()).isEqualTo("the true answer");
        assertThat(behind.heard()).singleElement().satisfies(asked -> {
            assertThat(asked.isFor("ec2", "DescribeVpcs")).isTrue();
            assertThat(asked.region()).isEqualTo("eu-west-1");
            assertThat(asked.keyId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
            assertThat(asked.body()).isEqualTo("Action=DescribeVpcs");
        });
    }

    @Test
    void answersWithAnErrorInTheProtocolsForm() throws Exception {
        server.fail(asked -> asked.service().equals("ec2"), Fault.error(503, "RequestLimitExceeded", "slow down"));

        var answer = ask("Action=DescribeVpcs");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .startsWith("<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>slow down</Message>");
        assertThat(behind.heard()).isEmpty();
    }

    @Test
    void breaksOffInTheMiddle() {
        server.fail(_ -> true, Fault.truncated());

        assertThatThrownBy(() -> ask("Action=DescribeVpcs")).isInstanceOf(IOException.class);
        assertThat(behind.heard()).hasSize(1);
    }

    @Test
    void resets() {
        server.fail(_ -> true, Fault.reset());

        assertThatThrownBy(() -> ask("Action=DescribeVpcs")).isInstanceOf(IOException.class);
        assertThat(behind.heard()).isEmpty();
    }

    @Test
    void keepsSilentAndDripsUntilTheCallerGivesUp() {
        server.fail(asked -> asked.body().endsWith("Vpcs"), Fault.silence());
        server.fail(_ -> true, Fault.drip());

        assertThatThrownBy(() -> ask("Action=DescribeVpcs")).isInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> http.sendAsync(request("Action=DescribeSubnets"), BodyHandlers.ofString())
                        .get(400, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    private HttpResponse<String> ask(String form) throws Exception {
        return http.send(request(form), BodyHandlers.ofString());
    }

    private HttpRequest request(String form) {
        return HttpRequest.newBuilder(server.endpoint().resolve("/"))
                .timeout(Duration.ofMillis(400))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/ec2/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }
}
