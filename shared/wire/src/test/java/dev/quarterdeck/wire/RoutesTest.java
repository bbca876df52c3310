package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.wire.protocol.JavaValues;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Where requests go when nothing overrides AWS's endpoints. No name resolves here, so that nothing leaves the machine. */
class RoutesTest {
    private final List<SdkHttpRequest> sent = new ArrayList<>();

    private final SdkHttpClient nowhere = new SdkHttpClient() {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            sent.add(request.httpRequest());
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    throw new UnknownHostException(request.httpRequest().host());
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    };

    private Answer ask(
            WireSettings.Where where, String service, String operation, Map<String, ?> input, String region) {
        try (Wired wired = new Wired(WireSettings.standard("test").withWhere(where), nowhere)) {
            return wired.client.call(Call.of(service, operation, input, Wired.ACCESS, region), new JavaValues());
        }
    }

    private String asked(
            WireSettings.Where where, String service, String operation, Map<String, ?> input, String region) {
        ask(where, service, operation, input, region);
        SdkHttpRequest request = sent.getFirst();
        String scope = request.firstMatchingHeader("Authorization")
                .orElse("")
                .replaceFirst("^[^/]*/\\d+/([^,]*)/aws4.*", "$1");
        return request.protocol() + "://" + request.host() + request.encodedPath() + " as " + scope;
    }

    @ParameterizedTest
    @CsvSource({
        "ec2, DescribeInstances, eu-west-1, https://ec2.eu-west-1.amazonaws.com/ as eu-west-1/ec2",
        "sts, GetCallerIdentity, us-east-1, https://sts.us-east-1.amazonaws.com/ as us-east-1/sts",
        "iam, ListUsers, eu-west-1, https://iam.amazonaws.com/ as us-east-1/iam",
        "iam, ListUsers, cn-north-1, https://iam.cn-north-1.amazonaws.com.cn/ as cn-north-1/iam",
        "s3, ListBuckets, us-east-1, https://s3.us-east-1.amazonaws.com/ as us-east-1/s3",
        "lambda, ListFunctions, us-gov-west-1, https://lambda.us-gov-west-1.amazonaws.com/2015-03-31/functions as us-gov-west-1/lambda",
    })
    void asksTheServiceWhereItIs(String service, String operation, String region, String expected) {
        assertThat(asked(WireSettings.Where.AWS, service, operation, Map.of(), region))
                .isEqualTo(expected);
    }

    @Test
    void honoursFipsAndDualStack() {
        assertThat(asked(
                        new WireSettings.Where(Optional.empty(), true, false),
                        "sqs",
                        "ListQueues",
                        Map.of(),
                        "us-east-1"))
                .isEqualTo("https://sqs-fips.us-east-1.amazonaws.com/ as us-east-1/sqs");
        sent.clear();
        assertThat(asked(
                        new WireSettings.Where(Optional.empty(), true, true),
                        "s3",
                        "GetBucketTagging",
                        Map.of("Bucket", "logs"),
                        "us-east-1"))
                .isEqualTo("https://logs.s3-fips.dualstack.us-east-1.amazonaws.com/ as us-east-1/s3");
    }

    @Test
    void givesBucketsTheirOwnHostUnlessItsNameForbids() {
        assertThat(asked(WireSettings.Where.AWS, "s3", "GetBucketTagging", Map.of("Bucket", "logs"), "eu-west-1"))
                .isEqualTo("https://logs.s3.eu-west-1.amazonaws.com/ as eu-west-1/s3");
        sent.clear();
        assertThat(asked(WireSettings.Where.AWS, "s3", "GetBucketTagging", Map.of("Bucket", "my.logs"), "eu-west-1"))
                .isEqualTo("https://s3.eu-west-1.amazonaws.com/my.logs as eu-west-1/s3");
        sent.clear();
        assertThat(asked(WireSettings.Where.AWS, "s3", "GetBucketLocation", Map.of("Bucket", "logs"), "eu-west-1"))
                .isEqualTo("https://s3.eu-west-1.amazonaws.com/logs as eu-west-1/s3");
    }

    @Test
    void putsTheAccountBeforeS3ControlsHost() {
        assertThat(asked(
                        WireSettings.Where.AWS,
                        "s3control",
                        "GetPublicAccessBlock",
                        Map.of("AccountId", "111111111111"),
                        "eu-west-1"))
                .isEqualTo(
                        "https://111111111111.s3-control.eu-west-1.amazonaws.com/v20180820/configuration/publicAccessBlock as eu-west-1/s3");
    }

    @Test
    void refusesWithoutAskingWhatHasNoEndpoint() {
        assertThat(ask(WireSettings.Where.AWS, "ec2", "DescribeInstances", Map.of(), "mars-1"))
                .isEqualTo(new Answer.Unsupported("no endpoint is known for ec2 in mars-1"));
        assertThat(ask(
                        WireSettings.Where.AWS,
                        "s3",
                        "GetBucketTagging",
                        Map.of("Bucket", "arn:aws:s3:eu-west-1:111111111111:accesspoint/a"),
                        "eu-west-1"))
                .isInstanceOf(Answer.Unsupported.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void takesANameThatDoesNotResolveForAnAbsentServiceOnlyWhereAwsListsNone() {
        assertThat(ask(
                        WireSettings.Where.AWS,
                        "s3control",
                        "GetPublicAccessBlock",
                        Map.of("AccountId", "111111111111"),
                        "mx-central-1"))
                .isEqualTo(new Answer.Unsupported("111111111111.s3-control.mx-central-1.amazonaws.com does not exist"));
        assertThat(sent).hasSize(1);
        assertThat(ask(WireSettings.Where.AWS, "ec2", "DescribeInstances", Map.of(), "eu-west-1"))
                .isEqualTo(new Answer.Failed("Dns", "the name ec2.eu-west-1.amazonaws.com does not resolve"));
    }
}
