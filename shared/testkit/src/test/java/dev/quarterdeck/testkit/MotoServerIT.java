package dev.quarterdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class MotoServerIT {
    private static MotoServer moto;

    @BeforeAll
    static void start() {
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    @BeforeEach
    void forget() {
        moto.permitAll();
        moto.reset();
    }

    @Test
    void keepsWhatItIsToldAndForgetsOnReset() throws Exception {
        ask("Action=CreateUser&UserName=deployer&Version=2010-05-08");
        assertThat(ask("Action=ListUsers&Version=2010-05-08")).contains("<UserName>deployer</UserName>");

        moto.reset();

        assertThat(ask("Action=ListUsers&Version=2010-05-08")).doesNotContain("deployer");
    }

    @Test
    void inventsTheSameIdsFromTheSameSeed() throws Exception {
        moto.inventFrom(7);
        String first = ask("Action=CreateUser&UserName=deployer&Version=2010-05-08");
        moto.reset();
        moto.inventFrom(7);

        assertThat(ask("Action=CreateUser&UserName=deployer&Version=2010-05-08"))
                .contains(between(first, "<UserId>", "</UserId>"));
    }

    @Test
    void refusesMadeUpKeysOnceItEnforces() throws Exception {
        moto.enforce();

        assertThat(ask("Action=ListUsers&Version=2010-05-08")).contains("<Code>InvalidClientTokenId</Code>");
    }

    private static String ask(String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(moto.endpoint() + "/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/iam/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
