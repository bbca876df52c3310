package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final String TABLE = """
            {"botocore": "1", "partitions": {
              "aws": {"dnsSuffix": "amazonaws.com", "dualStackDnsSuffix": "api.aws", "globalRegion": "us-east-1",
                      "regex": "^(us|eu)\\\\-\\\\w+\\\\-\\\\d+$", "regions": ["us-east-1", "eu-west-1"]},
              "aws-cn": {"dnsSuffix": "amazonaws.com.cn", "dualStackDnsSuffix": "api.amazonwebservices.com.cn",
                      "globalRegion": "cn-northwest-1", "regex": "^cn\\\\-\\\\w+\\\\-\\\\d+$", "regions": ["cn-north-1"]}},
             "services": {
              "ec2": {"signingName": "ec2", "absent": ["eu-west-1"],
                      "hosts": {"plain": "ec2.{region}.{dnsSuffix}", "fips": "ec2-fips.{region}.{dnsSuffix}",
                                "dual": "ec2.{region}.{dualStackDnsSuffix}"},
                      "partitions": {}, "regions": {"us-east-1": {"dual": {"host": "ec2.us-east-1.api.aws", "signingName": "ec2x"}}}},
              "iam": {"signingName": "iam", "absent": [],
                      "hosts": {"plain": {"host": "iam.amazonaws.com", "signingRegion": "us-east-1"}, "dual": {"error": "no dual-stack"}},
                      "partitions": {"aws-cn": {"plain": {"host": "iam.cn-north-1.amazonaws.com.cn", "signingRegion": "cn-north-1"}}},
                      "regions": {}}}}
            """;

    private final Endpoints endpoints = read(TABLE);

    private static Endpoints read(String table) {
        try {
            return Endpoints.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fillsPatterns() {
        assertThat(endpoints.find("ec2", "eu-west-1", false, false))
                .isEqualTo(new Endpoint.Found("ec2.eu-west-1.amazonaws.com", "eu-west-1", "ec2"));
        assertThat(endpoints.find("ec2", "cn-north-1", true, false))
                .isEqualTo(new Endpoint.Found("ec2-fips.cn-north-1.amazonaws.com.cn", "cn-north-1", "ec2"));
    }

    @Test
    void takesTheNarrowestRow() {
        assertThat(endpoints.find("ec2", "us-east-1", false, true))
                .isEqualTo(new Endpoint.Found("ec2.us-east-1.api.aws", "us-east-1", "ec2x"));
        assertThat(endpoints.find("ec2", "us-east-1", true, false))
                .isEqualTo(new Endpoint.Found("ec2-fips.us-east-1.amazonaws.com", "us-east-1", "ec2"));
        assertThat(endpoints.find("iam", "cn-north-1", false, false))
                .isEqualTo(new Endpoint.Found("iam.cn-north-1.amazonaws.com.cn", "cn-north-1", "iam"));
    }

    @Test
    void signsPartitionWideServicesForTheirRegion() {
        assertThat(endpoints.find("iam", "eu-west-1", false, false))
                .isEqualTo(new Endpoint.Found("iam.amazonaws.com", "us-east-1", "iam"));
    }

    @Test
    void guessesRegionsThatAreYetToCome() {
        assertThat(endpoints.find("ec2", "eu-nowhere-9", false, false))
                .isEqualTo(new Endpoint.Found("ec2.eu-nowhere-9.amazonaws.com", "eu-nowhere-9", "ec2"));
    }

    @Test
    void refusesWithAReason() {
        assertThat(endpoints.find("iam", "us-east-1", false, true)).isEqualTo(new Endpoint.Refused("no dual-stack"));
        assertThat(endpoints.find("ec2", "us-east-1", true, true))
                .isEqualTo(new Endpoint.Refused("ec2 has no fips+dual endpoint in us-east-1"));
        assertThat(endpoints.find("ec2", "mars-1", false, false))
                .isEqualTo(new Endpoint.Refused("no endpoint is known for ec2 in mars-1"));
        assertThat(endpoints.find("nosuch", "us-east-1", false, false))
                .isEqualTo(new Endpoint.Refused("no endpoint is known for nosuch in us-east-1"));
    }

    @Test
    void knowsWhereAServiceIsNot() {
        assertThat(endpoints.lists("ec2", "us-east-1")).isTrue();
        assertThat(endpoints.lists("ec2", "eu-west-1")).isFalse();
    }

    @Test
    void saysWhatIsWrongWithATable() {
        assertThatThrownBy(() -> read("{\"partitions\": {\"aws\": {}}}"))
                .hasMessage("the endpoint table lacks 'regex'");
        assertThatThrownBy(() -> read("[]")).hasRootCauseMessage("the endpoint table must be an object");
    }
}
