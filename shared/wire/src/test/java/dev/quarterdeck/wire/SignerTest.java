package dev.quarterdeck.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Signatures as botocore 1.44.5 makes them of the same requests at the same time. */
class SignerTest {
    private static final Clock NOON = Clock.fixed(FakeTiming.START, ZoneOffset.UTC);
    private static final AwsCredentials KEYS = AwsBasicCredentials.create("AKIATEST", "secret");

    private static String signature(
            String service, SdkHttpRequest.Builder request, String body, AwsCredentials credentials) {
        Endpoint.Found as = new Endpoint.Found("unread", "eu-west-1", service);
        SdkHttpRequest signed = new Signer()
                .sign(request.build(), body.getBytes(UTF_8), as, credentials, NOON)
                .request();
        return signed.firstMatchingHeader("Authorization").orElse("").replaceFirst(".*aws4_request, ", "");
    }

    private static SdkHttpRequest.Builder request(SdkHttpMethod method, String host, String encodedPath) {
        return SdkHttpRequest.builder()
                .method(method)
                .uri(URI.create("https://" + host))
                .encodedPath(encodedPath);
    }

    @Test
    void signsS3PathsAsTheyAreSent() {
        SdkHttpRequest.Builder request = request(
                        SdkHttpMethod.GET, "logs.s3.eu-west-1.amazonaws.com", "/a//b/../c%20d%2Be/%C3%A9")
                .appendRawQueryParameter("prefix", "x y+z")
                .appendRawQueryParameter("tagging", "");
        assertThat(signature("s3", request, "", KEYS))
                .isEqualTo("SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                        + " Signature=9a0a7db8be904f7dac4c800e9299dd42802ae7d4a68000979c8b35c2a9883c37");
    }

    @Test
    void signsOtherPathsEncodedOnceMore() {
        SdkHttpRequest.Builder request = request(
                        SdkHttpMethod.GET,
                        "lambda.eu-west-1.amazonaws.com",
                        "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A1%3Afunction%3Af/policy")
                .appendRawQueryParameter("Qualifier", "$LATEST");
        assertThat(signature("lambda", request, "", KEYS))
                .isEqualTo("SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                        + " Signature=0f64481eef43c1d889d58cf86f425e5ac904c983a9aff4b9e8e22bfb55d6bb83");
    }

    @Test
    void signsBodyTargetAndSessionToken() {
        SdkHttpRequest.Builder request = request(SdkHttpMethod.POST, "sqs.eu-west-1.amazonaws.com", "/");
        Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "AmazonSQS.ListQueues")
                .forEach(request::putHeader);
        AwsCredentials session = AwsSessionCredentials.create("AKIATEST", "secret", "to/ken+=");
        assertThat(signature("sqs", request, "{\"a\":\"é\"}", session))
                .isEqualTo(
                        "SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token;x-amz-target,"
                                + " Signature=c319eca43f219475fe6f403c0ea7f29b51739813131d6d0407fe6d2295c74263");
    }
}
