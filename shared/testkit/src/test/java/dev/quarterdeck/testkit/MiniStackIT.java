package dev.quarterdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.quarterdeck.testkit.MiniStack#isThere")
class MiniStackIT {
    @Test
    void startsEmptyEachTimeAndAsksForSignaturesIfItJudges() throws Exception {
        try (var hub = MiniStack.start(MiniStack.Settings.OPEN)) {
            assertThat(ask(hub, "Action=CreateUser&UserName=deployer")).contains("<UserName>deployer</UserName>");
        }
        try (var hub = MiniStack.start(MiniStack.Settings.JUDGING)) {
            assertThat(ask(hub, "Action=ListUsers")).contains("<Code>IncompleteSignature</Code>");
        }
    }

    private static String ask(MiniStack hub, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(hub.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIANOBODY/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=00")
                .POST(BodyPublishers.ofString(form + "&Version=2010-05-08"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
