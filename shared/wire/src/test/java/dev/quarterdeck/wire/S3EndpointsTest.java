package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3EndpointsTest {
    private static final Endpoint.Found S3 = new Endpoint.Found("s3.eu-west-1.amazonaws.com", "eu-west-1", "s3");

    @ParameterizedTest
    @CsvSource({
        "logs, /logs, logs.s3.eu-west-1.amazonaws.com, /",
        "logs, /logs/a/b%20c, logs.s3.eu-west-1.amazonaws.com, /a/b%20c",
        "logs, /logs//a/../b, logs.s3.eu-west-1.amazonaws.com, //a/../b",
        "my.logs, /my.logs/key, s3.eu-west-1.amazonaws.com, /my.logs/key",
        "Logs, /Logs, s3.eu-west-1.amazonaws.com, /Logs",
        "a_b, /a_b, s3.eu-west-1.amazonaws.com, /a_b"
    })
    void putsTheBucketIntoTheHostWhereItsNameCanBeOne(String bucket, String path, String host, String rest) {
        assertThat(S3Endpoints.place(S3, bucket, path))
                .isEqualTo(new S3Endpoints.Place.Found(new Endpoint.Found(host, "eu-west-1", "s3"), rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3:eu-west-1:111111111111:accesspoint/mine", "logs--usw2-az1--x-s3"})
    void refusesWhatIsNoBucket(String bucket) {
        assertThat(S3Endpoints.place(S3, bucket, "/" + bucket))
                .isEqualTo(new S3Endpoints.Place.Refused(
                        "only general purpose buckets can be asked, not '%s'".formatted(bucket)));
    }

    @Test
    void keepsDualStackAndFips() {
        Endpoint.Found service = new Endpoint.Found("s3-fips.dualstack.us-east-1.amazonaws.com", "us-east-1", "s3");
        assertThat(S3Endpoints.place(service, "logs", "/logs"))
                .isEqualTo(new S3Endpoints.Place.Found(
                        service.withHost("logs.s3-fips.dualstack.us-east-1.amazonaws.com"), "/"));
    }
}
