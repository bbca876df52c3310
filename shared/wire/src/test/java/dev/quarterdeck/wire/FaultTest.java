package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class FaultTest {
    private static final Access ACCESS = new Access("aws", "111111111111", AnonymousCredentialsProvider.create());
    private static final Endpoint.Found EC2 = new Endpoint.Found("ec2.eu-west-1.amazonaws.com", "eu-west-1", "ec2");

    private static Call call(String service, String operation, String region) {
        return Call.of(service, operation, Map.of(), ACCESS, region);
    }

    private static Answer.Failure answer(int status, String code, String message) {
        return new Fault(status, code, message, false).answer(call("ec2", "DescribeInstances", "eu-west-1"), EC2);
    }

    @Test
    void namesTheActionThatIsMissing() {
        String message = "User: arn:aws:sts::111111111111:assumed-role/r/s is not authorized to perform: sqs:ListQueues"
                + " because no identity-based policy allows the sqs:ListQueues action";
        assertThat(answer(403, "AccessDenied", message)).isEqualTo(new Answer.Denied("sqs:ListQueues", message));
        assertThat(answer(403, "UnauthorizedOperation", "You are not authorized to perform this operation."))
                .isEqualTo(new Answer.Denied(
                        "ec2:DescribeInstances", "You are not authorized to perform this operation."));
    }

    @Test
    void callsServicesAsIamDoes() {
        Endpoint.Found tagging = new Endpoint.Found("tagging.eu-west-1.amazonaws.com", "eu-west-1", "tagging");
        Fault fault = new Fault(400, "AccessDeniedException", "no", false);
        assertThat(fault.answer(call("resourcegroupstaggingapi", "GetResources", "eu-west-1"), tagging))
                .isEqualTo(new Answer.Denied("tag:GetResources", "no"));
    }

    @ParameterizedTest
    @CsvSource({
        "with an explicit deny in a service control policy, service control policy",
        "with an explicit deny in a resource control policy, resource control policy",
        "because no service control policy allows the ec2:DescribeInstances action, service control policy",
        "with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-1,"
                + " arn:aws:organizations::1:policy/o-1/service_control_policy/p-1"
    })
    void tellsWhatAnOrganizationForbidsFromWhatARoleLacks(String words, String policy) {
        String message = "User: u is not authorized to perform: ec2:DescribeInstances " + words;
        assertThat(answer(403, "UnauthorizedOperation", message)).isEqualTo(new Answer.Barred(policy, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Throttling",
                "ThrottlingException",
                "RequestLimitExceeded",
                "TooManyRequestsException",
                "SlowDown"
            })
    void knowsAllWordsForSlowDown(String code) {
        assertThat(new Fault(400, code, "Rate exceeded", false).throttling()).isTrue();
        assertThat(answer(503, code, "Rate exceeded")).isEqualTo(new Answer.Throttled("Rate exceeded"));
    }

    @Test
    void tellsTooManyCallsFromTooManyThings() {
        assertThat(answer(400, "LimitExceededException", "Rate exceeded for account"))
                .isEqualTo(new Answer.Throttled("Rate exceeded for account"));
        assertThat(answer(400, "LimitExceededException", "You can have at most 100 trails"))
                .isEqualTo(new Answer.Failed("LimitExceededException", "You can have at most 100 trails"));
    }

    @Test
    void takesAnHtmlPageForSomebodyElseSpeaking() {
        Fault page = new Fault(500, "500", "Internal Server Error", true);
        assertThat(page.unsupported()).isTrue();
        assertThat(new Fault(503, "503", "Service Unavailable", true).unsupported())
                .isFalse();
        assertThat(page.answer(call("ec2", "DescribeInstances", "eu-west-1"), EC2))
                .isInstanceOf(Answer.Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidAction", "UnknownOperationException", "NotImplemented", "OptInRequired"})
    void knowsWhatIsNotThere(String code) {
        assertThat(answer(400, code, "no")).isEqualTo(new Answer.Unsupported("no"));
    }

    @Test
    void suspectsRegionsThatMustBeOptedInto() {
        Endpoint.Found capeTown = new Endpoint.Found("ec2.af-south-1.amazonaws.com", "af-south-1", "ec2");
        Fault fault =
                new Fault(401, "AuthFailure", "AWS was not able to validate the provided access credentials", false);
        assertThat(fault.answer(call("ec2", "DescribeInstances", "af-south-1"), capeTown))
                .isInstanceOf(Answer.OptedOut.class);
        assertThat(fault.answer(call("ec2", "DescribeInstances", "eu-west-1"), EC2))
                .isEqualTo(new Answer.Failed("AuthFailure", fault.message()));
    }

    @Test
    void whatTheCallerExpectsToBeAbsentIsNoFailureOfAnyOtherKind() {
        Call call = new Call("iam", "GetAccountPasswordPolicy", Map.of(), ACCESS, "us-east-1", Set.of("NoSuchEntity"));
        assertThat(new Fault(404, "NoSuchEntity", "none", false).answer(call, EC2))
                .isEqualTo(new Answer.Absent("NoSuchEntity", "none"));
        assertThat(answer(404, "NoSuchEntity", "none")).isEqualTo(new Answer.Failed("NoSuchEntity", "none"));
    }
}
