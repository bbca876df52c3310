package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void metersEc2AsItsGuideSays() {
        assertThat(Rates.of("ec2", "DescribeInstances", true))
                .isEqualTo(new Rates.Group("ec2", "non-mutating", new Rate(100, 20)))
                .isEqualTo(Rates.of("ec2", "GetConsoleOutput", true));
        assertThat(Rates.of("ec2", "DescribeInstances", false))
                .isEqualTo(new Rates.Group("ec2", "unfiltered and unpaginated", new Rate(50, 10)));
        assertThat(Rates.of("ec2", "ModifyVolume", true))
                .isEqualTo(new Rates.Group("ec2", "mutating", new Rate(50, 5)));
        assertThat(Rates.of("ec2", "RunInstances", true))
                .isEqualTo(new Rates.Group("ec2", "resource-intensive", new Rate(50, 5)));
    }

    @Test
    void keepsOperationsApartWhereTheServiceDoes() {
        assertThat(Rates.of("lambda", "GetFunction", true))
                .isEqualTo(new Rates.Group("lambda", "GetFunction", new Rate(100, 100)));
        assertThat(Rates.of("lambda", "ListFunctions", true))
                .isEqualTo(new Rates.Group("lambda", "", new Rate(15, 15)));
        assertThat(Rates.of("route53", "ListHostedZones", true).rate()).isEqualTo(new Rate(5, 5));
        assertThat(Rates.of("kms", "ListGrants", true)).isEqualTo(new Rates.Group("kms", "", Rates.UNPUBLISHED));
    }

    @Test
    void usesTheWholeRateButLeavesTokensForWhatTheWayDoesToTheSpacingOfCalls() {
        assertThat(new Rate(10, 10).percent(100)).isEqualTo(new Rate(7.5, 10));
        assertThat(new Rate(100, 20).percent(100)).isEqualTo(new Rate(95, 20));
        assertThat(new Rate(100, 20).percent(25)).isEqualTo(new Rate(25, 5));
        assertThat(new Rate(1, 10).percent(100)).isEqualTo(new Rate(1, 10));
    }

    @Test
    void leavesAtLeastOneCallAtATime() {
        assertThat(new Rate(2, 2).percent(1)).isEqualTo(new Rate(1, 0.02));
        assertThatThrownBy(() -> new Rate(0, 1))
                .hasMessage("rate must allow a call and refill: 0.0 at once, 1.0 a second");
    }

    @Test
    void knowsReadsByTheirNames() {
        assertThat(Reading.isRead("DescribeInstances")).isTrue();
        assertThat(Reading.isRead("HeadBucket")).isTrue();
        assertThat(Reading.isRead("BatchGetImage")).isTrue();
        assertThat(Reading.isRead("AssumeRole")).isTrue();
        assertThat(Reading.isRead("GettyUp")).isFalse();
        assertThat(Reading.isRead("CreateUser")).isFalse();
        assertThat(Reading.isRead("PutBucketPolicy")).isFalse();
    }
}
