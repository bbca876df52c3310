package dev.quarterdeck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quarterdeck.edge.contract.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What would hurt. */
class TemplateTest {
    private static final Set<String> STATEFUL = Set.of(
            "AWS::DynamoDB::Table",
            "AWS::KMS::Key",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SecretsManager::Secret");

    @Test
    void cdkNagFindsNothing() {
        assertThat(Synthesized.findings())
                .hasSizeGreaterThan(20)
                .noneMatch(finding -> finding.contains("Non-Compliant"));
    }

    @Test
    void functionsRunOnTheJavaThatWeCompileFor() {
        assertThat(Synthesized.resources("AWS::Lambda::Function"))
                .hasSameSizeAs(Manifest.shipped().functions())
                .allSatisfy(function -> {
                    assertThat(at(function, "/Properties/Runtime"))
                            .isEqualTo("java" + Runtime.version().feature());
                    assertThat(at(function, "/Properties/SnapStart/ApplyOn").equals("PublishedVersions"))
                            .isEqualTo(
                                    function.at("/Properties/EphemeralStorage").isMissingNode());
                    assertThat(at(function, "/Properties/Architectures/0")).isEqualTo("arm64");
                });
    }

    @Test
    void whatTheHubKeepsOutlivesItsStack() {
        assertThat(Synthesized.resources()
                        .filter(resource ->
                                STATEFUL.contains(resource.path("Type").asText())))
                .hasSize(7)
                .allSatisfy(resource -> {
                    assertThat(at(resource, "/DeletionPolicy")).isEqualTo("Retain");
                    assertThat(at(resource, "/UpdateReplacePolicy")).isEqualTo("Retain");
                });
    }

    @Test
    void theTableIsTheOneThatTheStoreExpects() {
        JsonNode table =
                Synthesized.resources("AWS::DynamoDB::Table").getFirst().path("Properties");

        assertThat(keys(table)).containsExactly("@p", "@s");
        assertThat(keys(table.at("/GlobalSecondaryIndexes/0"))).containsExactly("@1p", "@1s");
        assertThat(keys(table.at("/GlobalSecondaryIndexes/1"))).containsExactly("@2p", "@2s");
        assertThat(table.at("/GlobalSecondaryIndexes").findValuesAsText("IndexName"))
                .containsExactly("first", "second");
        assertThat(at(table, "/TimeToLiveSpecification/AttributeName")).isEqualTo("@x");
        assertThat(at(table, "/StreamSpecification/StreamViewType")).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(at(table, "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"))
                .isEqualTo("true");
        assertThat(at(table, "/DeletionProtectionEnabled")).isEqualTo("true");
        assertThat(at(table, "/SSESpecification/SSEType")).isEqualTo("KMS");
    }

    @Test
    void nothingIsPublic() {
        assertThat(Synthesized.resources("AWS::S3::Bucket"))
                .allSatisfy(bucket -> assertThat(bucket.at("/Properties/PublicAccessBlockConfiguration"))
                        .hasSize(4)
                        .allMatch(JsonNode::asBoolean));
        assertThat(Synthesized.resources("AWS::Lambda::Permission"))
                .allSatisfy(permission ->
                        assertThat(permission.at("/Properties/SourceArn")).isNotEmpty())
                .extracting(permission -> at(permission, "/Properties/Principal"))
                .containsExactlyInAnyOrder(
                        "apigateway.amazonaws.com", "apigateway.amazonaws.com", "events.amazonaws.com");
        assertThat(Synthesized.resources("AWS::Lambda::Url")).isEmpty();
    }

    @Test
    void whoAnswersReadsFactsAndWritesNone() {
        assertThat(Synthesized.resources("AWS::IAM::Role").stream()
                        .filter(role ->
                                role.at("/Properties/Policies").toString().contains("s3:GetObject"))
                        .map(role -> at(role, "/Properties/RoleName")))
                .containsExactlyInAnyOrder(
                        "quarterdeck-api",
                        "quarterdeck-query",
                        "quarterdeck-upkeep",
                        "quarterdeck-scan-steps",
                        "quarterdeck-scan-worker");
        assertThat(Synthesized.resources("AWS::IAM::Role").stream()
                        .filter(role ->
                                role.at("/Properties/Policies").toString().contains("s3:PutObject"))
                        .map(role -> at(role, "/Properties/RoleName")))
                .containsExactlyInAnyOrder("quarterdeck-upkeep", "quarterdeck-scan-steps", "quarterdeck-scan-worker");
    }

    @Test
    void whoAsksTheWholeInventoryReadsItKeepsSessionsAndCanDoNothingElse() {
        assertThat(Synthesized.resources("AWS::IAM::Role"))
                .filteredOn(role -> at(role, "/Properties/RoleName").equals("quarterdeck-query"))
                .singleElement()
                .satisfies(role -> assertThat(actions(role))
                        .containsExactlyInAnyOrder(
                                "dynamodb:BatchGetItem",
                                "dynamodb:ConditionCheckItem",
                                "dynamodb:DeleteItem",
                                "dynamodb:GetItem",
                                "dynamodb:PutItem",
                                "dynamodb:Query",
                                "dynamodb:UpdateItem",
                                "kms:Decrypt",
                                "kms:GenerateDataKey",
                                "logs:CreateLogStream",
                                "logs:PutLogEvents",
                                "s3:GetObject",
                                "s3:ListBucket",
                                "secretsmanager:GetSecretValue",
                                "xray:PutTelemetryRecords",
                                "xray:PutTraceSegments"));
    }

    @Test
    void everyStepOfAWorkflowIsAFunctionAndIsToldWhichItIs() {
        assertThat(Synthesized.resources("AWS::StepFunctions::StateMachine"))
                .singleElement()
                .satisfies(machine -> {
                    assertThat(at(machine, "/Properties/StateMachineName")).isEqualTo("quarterdeck-scan");
                    assertThat(at(machine, "/Properties/TracingConfiguration/Enabled"))
                            .isEqualTo("true");
                    assertThat(at(machine, "/Properties/LoggingConfiguration/IncludeExecutionData"))
                            .isEqualTo("false");
                    assertThat(machine.at("/Properties/Tags").toString())
                            .contains(Definition.shipped("scan").hash());
                    String definition =
                            machine.at("/Properties/DefinitionString").toString();
                    assertThat(definition).doesNotContain("${");
                    assertThat(Definition.shipped("scan").tasks())
                            .isNotEmpty()
                            .allSatisfy(task -> assertThat(definition)
                                    .contains("\\\"Parameters\\\":{\\\"task\\\":\\\"%s\\\"".formatted(task)));
                });
    }

    @Test
    void theFactsAreClosedWithTheHubsKeyAndKeptWhenTheyAreOverwritten() {
        assertThat(Synthesized.resources("AWS::S3::Bucket"))
                .filteredOn(bucket ->
                        at(bucket, "/Properties/VersioningConfiguration/Status").equals("Enabled"))
                .extracting(
                        bucket -> at(
                                bucket,
                                "/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm"))
                .containsExactlyInAnyOrder("aws:kms", "AES256"); // S3's own logs cannot be closed with it
        assertThat(Synthesized.resources("AWS::S3::BucketPolicy"))
                .allMatch(policy -> policy.toString().contains("aws:SecureTransport"));
    }

    @Test
    void theApiHasTheRoutesOfTheContractAndNoOthers() {
        assertThat(Synthesized.resources("AWS::ApiGatewayV2::Route"))
                .extracting(route -> at(route, "/Properties/RouteKey"))
                .containsExactlyInAnyOrderElementsOf(OpenApi.shipped().operations().stream()
                        .map(operation ->
                                operation.method() + " " + operation.path().text())
                        .toList());
    }

    @Test
    void onlyTheBrokersRoleMayAssumeRolesAndItOutlivesItsStack() {
        List<JsonNode> assuming = Synthesized.resources("AWS::IAM::Role").stream()
                .filter(role -> role.at("/Properties/Policies").toString().contains("sts:AssumeRole"))
                .toList();

        assertThat(assuming).singleElement().satisfies(role -> {
            assertThat(at(role, "/Properties/RoleName")).isEqualTo("quarterdeck-broker");
            assertThat(at(role, "/DeletionPolicy")).isEqualTo("Retain");
        });
        assertThat(Synthesized.resources("AWS::IAM::Policy")).isEmpty();
    }

    @Test
    void whatTheHubDoesByItselfIsAskedForEveryMinute() {
        assertThat(Synthesized.resources("AWS::Events::Rule")).singleElement().satisfies(rule -> {
            assertThat(at(rule, "/Properties/ScheduleExpression")).isEqualTo("rate(1 minute)");
            assertThat(at(rule, "/Properties/State")).isEqualTo("ENABLED");
            assertThat(rule.at("/Properties/Targets")).hasSize(1);
            assertThat(at(rule, "/Properties/Targets/0/RetryPolicy/MaximumRetryAttempts"))
                    .isEqualTo("0");
        });
    }

    @Test
    void whatComesIntoTheOutboxIsDeliveredAtOnceAndNothingElseWakesTheDispatcher() {
        assertThat(Synthesized.resources("AWS::Lambda::EventSourceMapping"))
                .singleElement()
                .satisfies(mapping -> {
                    assertThat(at(mapping, "/Properties/FilterCriteria/Filters/0/Pattern"))
                            .isEqualTo(
                                    "{\"dynamodb\":{\"Keys\":{\"@p\":{\"S\":[{\"prefix\":\"event#\"}]}}},\"eventName\":[\"INSERT\"]}");
                    assertThat(at(mapping, "/Properties/MaximumRecordAgeInSeconds"))
                            .isEqualTo("60");
                });
        assertThat(Synthesized.resources("AWS::IAM::Role").stream()
                        .filter(role ->
                                role.at("/Properties/Policies").toString().contains("dynamodb:GetRecords"))
                        .map(role -> at(role, "/Properties/RoleName")))
                .containsExactly("quarterdeck-dispatcher");
    }

    @Test
    void nobodyCallsTheBrokerButWhoEntersAccounts() {
        assertThat(Synthesized.resources("AWS::IAM::Role").stream()
                        .filter(role ->
                                role.at("/Properties/Policies").toString().contains("lambda:InvokeFunction"))
                        .map(role -> at(role, "/Properties/RoleName")))
                .containsExactlyInAnyOrder(
                        "quarterdeck-api",
                        "quarterdeck-upkeep",
                        "quarterdeck-dispatcher",
                        "quarterdeck-scan-steps",
                        "quarterdeck-scan-worker",
                        "quarterdeck-scan"); // the workflow, which calls its own two
    }

    @Test
    @Tag("A07")
    void noFunctionCanBeToldWhereAwsIs() {
        assertThat(Synthesized.resources("AWS::Lambda::Function"))
                .flatExtracting(function -> names(function.at("/Properties/Environment/Variables")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("HUB_") || name.equals("JAVA_TOOL_OPTIONS"));
        assertThat(sources("functions", "shared/platform-aws", "shared/edge"))
                .hasSizeGreaterThan(50)
                .noneMatch(source ->
                        source.matches("(?s).*(endpointOverride|withWhere|Where\\.at|AWS_ENDPOINT|endpoint[-_]url).*"));
    }

    @Test
    void theStacksHoldNothingThatTheEmulatorRefuses() {
        assertThat(Synthesized.resources().map(resource -> at(resource, "/Type")))
                .doesNotContain(
                        "AWS::Budgets::Budget",
                        "AWS::CloudWatch::CompositeAlarm",
                        "AWS::Events::Archive",
                        "AWS::SecretsManager::ResourcePolicy",
                        "AWS::SecretsManager::RotationSchedule");
    }

    @Test
    void alarmsStayFew() {
        assertThat(Synthesized.resources("AWS::CloudWatch::Alarm"))
                .hasSizeBetween(1, 10)
                .allSatisfy(alarm ->
                        assertThat(alarm.at("/Properties/AlarmActions")).isNotEmpty());
    }

    private static Set<String> actions(JsonNode role) {
        return role.at("/Properties/Policies").findValues("Action").stream()
                .flatMap(action -> action.isArray() ? action.valueStream() : Stream.of(action))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The Java files of what is deployed. */
    private static List<String> sources(String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.walk(Synthesized.ROOT.resolve(folder))) {
                        return files.filter(file -> file.toString().matches(".*/src/main/.*\\.java")).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .map(TemplateTest::text)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keys(JsonNode schema) {
        return Stream.of(0, 1)
                .map(i -> at(schema, "/KeySchema/%d/AttributeName".formatted(i)))
                .toList();
    }

    private static String at(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }
}
