package dev.quarterdeck.local.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.edges.Named;
import dev.quarterdeck.collect.events.ApiCall;
import dev.quarterdeck.collect.events.Concern;
import dev.quarterdeck.collect.events.Concerns;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Resource.Identifier;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls are about, as CloudTrail tells of them and EventBridge delivers them. */
class ConcernsTest {
    private static final String ACCOUNT = "111122223333";
    private static final Named WEB = named("AWS::EC2::Instance", "us-east-1", "i-0abc");
    private static final Named GROUP = named("AWS::EC2::SecurityGroup", "us-east-1", "sg-1");
    private static final Named ELSEWHERE = named("AWS::EC2::SecurityGroup", "eu-west-1", "sg-2");
    private static final Named BUCKET = named("AWS::S3::Bucket", "eu-west-1", "invoices");
    private static final Named DEPLOYER = named("AWS::IAM::Role", "global", "deployer");

    private final Concerns concerns = new Concerns(TypeCatalog.shipped());

    private static Named named(String type, String region, String id) {
        var parts = new Uid.Parts("aws", ACCOUNT, region, new ResourceType(type), id, "");
        return new Named(
                Uid.of(parts),
                parts.type(),
                new Named.Place(ACCOUNT, region),
                new Named.Names(Optional.empty(), id, id, List.<Identifier>of()));
    }

    private List<Concern> concerns(String source, String name, String request, String answer) {
        return concerns.of(
                ApiCall.read(event(source, name, request, answer, "")).orElseThrow(),
                Stream.of(WEB, GROUP, ELSEWHERE, BUCKET, DEPLOYER));
    }

    private static Json.Obj event(String source, String name, String request, String answer, String more) {
        return (Json.Obj) Json.parse("""
                {"version": "0", "id": "4d3b", "detail-type": "AWS API Call via CloudTrail", "source": "aws.%1$s",
                 "account": "111122223333", "time": "2026-03-01T10:00:05Z", "region": "us-east-1", "resources": [],
                 "detail": {"eventVersion": "1.09", "eventID": "5e1c", "eventTime": "2026-03-01T10:00:00Z",
                   "eventSource": "%1$s.amazonaws.com", "eventName": "%2$s", "awsRegion": "us-east-1",
                   "sourceIPAddress": "192.0.2.7", "userAgent": "console.amazonaws.com",
                   "requestParameters": %3$s, "responseElements": %4$s, "recipientAccountId": "111122223333"%5$s}}""".formatted(source, name, request, answer, more));
    }

    private static String types(List<Concern> concerns) {
        return concerns.stream()
                .map(one -> one.part() + " "
                        + one.types().stream().map(ResourceType::name).sorted().collect(Collectors.joining("+")))
                .collect(Collectors.joining(", "));
    }

    @Test
    void readsWhatWasCreatedByTheTypeThatTheCallSpeaksOf() {
        List<Concern> concerns =
                concerns("ec2", "RunInstances", "{\"instancesSet\": {\"items\": [{\"imageId\": \"ami-1\"}]}}", """
                {"instancesSet": {"items": [{"instanceId": "i-0new"}]}}""");

        assertThat(types(concerns)).isEqualTo("us-east-1 AWS::EC2::Instance");
        assertThat(concerns.getFirst().resources()).isEmpty();
    }

    @Test
    void readsTheResourcesThatTheCallNames() {
        List<Concern> concerns = concerns("ec2", "AuthorizeSecurityGroupIngress", """
                {"groupId": "sg-1", "ipPermissions": {"items": [{"ipProtocol": "tcp"}]}}""", "{\"_return\": true}");

        assertThat(types(concerns)).isEqualTo("us-east-1 AWS::EC2::SecurityGroup");
        assertThat(concerns.getFirst().resources()).containsExactly(GROUP.uid());
    }

    @Test
    void whatHasTheSameNameInAnotherRegionIsNotMeant() {
        assertThat(types(concerns(
                        "ec2",
                        "ModifyInstanceAttribute",
                        "{\"groupSet\": [\"sg-2\"], \"instanceId\": \"i-0abc\"}",
                        "null")))
                .isEqualTo("us-east-1 AWS::EC2::Instance");
    }

    @ParameterizedTest
    @CsvSource({
        "iam, UpdateAssumeRolePolicy, '{\"roleName\": \"deployer\"}', global AWS::IAM::Role",
        "sqs, CreateQueue, '{\"queueName\": \"orders\"}', us-east-1 AWS::SQS::Queue",
        "lambda, UpdateFunctionConfiguration20150331v2, '{\"functionName\": \"f\"}', us-east-1 AWS::Lambda::Function",
        "rds, ModifyDBInstance, '{\"dBInstanceIdentifier\": \"db\"}', us-east-1 AWS::RDS::DBInstance",
        "rds, CreateDBClusterSnapshot, '{\"dBClusterIdentifier\": \"db\"}', us-east-1 AWS::RDS::DBClusterSnapshot",
        "monitoring, PutMetricAlarm, '{\"alarmName\": \"cpu\"}', us-east-1 AWS::CloudWatch::Alarm",
        "ec2, CreateVpc, '{\"cidrBlock\": \"10.0.0.0/16\"}', us-east-1 AWS::EC2::VPC",
        "states, CreateStateMachine, '{\"name\": \"m\"}', us-east-1 AWS::StepFunctions::StateMachine",
        "elasticloadbalancing, CreateListener, '{\"port\": 443}', us-east-1 AWS::ElasticLoadBalancingV2::Listener",
        "s3, CreateBucket, '{\"bucketName\": \"logs\"}', global AWS::S3::Bucket"
    })
    void knowsTheTypeOf(String source, String name, String request, String expected) {
        assertThat(types(concerns(source, name, request, "null"))).isEqualTo(expected);
    }

    @Test
    void aBucketIsReadWhereBucketsAreListed() {
        List<Concern> concerns = concerns("s3", "PutBucketPolicy", "{\"bucketName\": \"invoices\"}", "null");

        assertThat(types(concerns)).isEqualTo("global AWS::S3::Bucket");
        assertThat(concerns.getFirst().resources()).isEqualTo(Set.of(BUCKET.uid()));
    }

    @Test
    void aServiceThatTheCatalogDoesNotKnowConcernsNobody() {
        assertThat(concerns("signin", "ConsoleLogin", "null", "{\"ConsoleLogin\": \"Success\"}"))
                .isEmpty();
    }

    @Test
    void whatOnlyReadOrWasRefusedChangedNothing() {
        assertThat(ApiCall.read(event("ec2", "DescribeInstances", "null", "null", ", \"readOnly\": true")))
                .isEmpty();
        assertThat(ApiCall.read(event(
                        "ec2", "RunInstances", "null", "null", ", \"errorCode\": \"Client.UnauthorizedOperation\"")))
                .isEmpty();
    }

    @Test
    void takesARecordWithoutItsEnvelope() {
        Json.Obj event = event("sqs", "DeleteQueue", "{\"queueUrl\": \"https://sqs/1/q\"}", "null", "");

        ApiCall call =
                ApiCall.read((Json.Obj) event.get("detail").orElseThrow()).orElseThrow();

        assertThat(call.place()).isEqualTo(new ApiCall.Place(new AccountId(ACCOUNT), "us-east-1"));
        assertThat(call.texts()).containsExactly("https://sqs/1/q");
    }

    @Test
    void saysWhatAnythingElseLacks() {
        assertThatThrownBy(() -> ApiCall.read((Json.Obj) Json.parse("{\"detail\": {\"eventName\": \"x\"}}")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("eventSource");
    }
}
