package dev.quarterdeck.infra;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;

/** What each permission of the manifest comes to: the actions that the hub's adapters call, on the hub's own resources. */
final class Grants {
    private static final String ACCOUNT_ROLES = "arn:*:iam::*:role/quarterdeck-*";

    private static final String OBJECTS = "*";

    private static final String EXECUTIONS = "execution:%s:*".formatted(HubWorkflow.deployedName("*"));

    private static final String VAULT = "secret:quarterdeck/vault/*";

    private final DataStack data;
    private final Manifest manifest;

    Grants(DataStack data, Manifest manifest) {
        this.data = data;
        this.manifest = manifest;
    }

    /** What the manifest gives a function: its permissions, calling those it calls; and what all need, log and traces. */
    List<Grant> of(FunctionEntry function) {
        return Stream.of(
                        function.needs().permissions().stream().flatMap(this::of),
                        manifest.calledBy(function).map(this::call),
                        Stream.of(log(function), traces()))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Grant> of(Permission permission) {
        return switch (permission) {
            case TABLE -> Stream.of(tableReads(), tableWrites(), key());
            case TABLE_READS -> Stream.of(tableReads(), key());
            case ROWS -> Stream.of(rows(), key());
            case FACTS_READS -> Stream.of(factNames(), factReads(), key());
            case FACTS -> Stream.of(factNames(), factReads(), factWrites(), key());
            case WORKFLOWS -> Stream.of(workflows(), executions());
            case SECRET -> Stream.of(secret(), key());
            case VAULT -> Stream.of(vault(), key());
            case ORGANIZATION -> Stream.of(organization());
            case ROLES -> Stream.of(entersAccounts());
        };
    }

    private Grant tableReads() {
        String table = data.table().getTableArn();
        return Grant.of(
                "ReadTable",
                List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"),
                List.of(table, table + "/index/" + DataStack.FIRST, table + "/index/" + DataStack.SECOND));
    }

    private Grant tableWrites() {
        return Grant.of(
                "WriteTable",
                List.of(
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:ConditionCheckItem"),
                List.of(data.table().getTableArn()));
    }

    private Grant rows() {
        return Grant.of(
                "FollowTable",
                List.of(
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator",
                        "dynamodb:ListStreams"),
                List.of(Objects.requireNonNull(data.table().getTableStreamArn())));
    }

    /** Without it S3 calls what is not there forbidden. */
    private Grant factNames() {
        return Grant.of(
                "ListFacts", List.of("s3:ListBucket"), List.of(data.objects().getBucketArn()));
    }

    private Grant factReads() {
        return Grant.of(
                        "ReadFacts",
                        List.of("s3:GetObject"),
                        List.of(data.objects().arnForObjects(OBJECTS)))
                .because(OBJECTS, "Each scan makes objects of its own, under names that nobody knows before");
    }

    private Grant factWrites() {
        return Grant.of(
                        "WriteFacts",
                        List.of("s3:PutObject", "s3:DeleteObject"),
                        List.of(data.objects().arnForObjects(OBJECTS)))
                .because(OBJECTS, "Each scan makes objects of its own, under names that nobody knows before");
    }

    private Grant workflows() {
        return Grant.of(
                "StartWorkflows",
                List.of("states:StartExecution"),
                HubWorkflow.SHIPPED.stream()
                        .map(name -> arn("states", "stateMachine:" + HubWorkflow.deployedName(name)))
                        .toList());
    }

    private Grant executions() {
        return Grant.of(
                        "FollowWorkflows",
                        List.of(
                                "states:DescribeExecution",
                                "states:DescribeStateMachineForExecution",
                                "states:StopExecution"),
                        List.of(arn("states", EXECUTIONS)))
                .because(EXECUTIONS, "The hub names its executions as it starts them");
    }

    private Grant secret() {
        return Grant.of(
                "ReadSecret",
                List.of("secretsmanager:GetSecretValue"),
                List.of(data.secret().getSecretArn()));
    }

    private Grant vault() {
        return Grant.of(
                        "KeepSecrets",
                        List.of(
                                "secretsmanager:CreateSecret",
                                "secretsmanager:PutSecretValue",
                                "secretsmanager:GetSecretValue",
                                "secretsmanager:ListSecretVersionIds",
                                "secretsmanager:DeleteSecret"),
                        List.of(arn("secretsmanager", VAULT)))
                .because(VAULT, "The hub names what it keeps, under its own prefix");
    }

    private Grant call(FunctionEntry called) {
        String live = "function:%s:%s".formatted(called.deployedName(), HubFunction.ALIAS);
        return Grant.of("Call", List.of("lambda:InvokeFunction"), List.of(arn("lambda", live)));
    }

    private Grant key() {
        return Grant.of(
                "UseKey",
                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                List.of(data.key().getKeyArn()));
    }

    private static Grant organization() {
        return Grant.of(
                        "ReadOrganization",
                        List.of(
                                "organizations:DescribeOrganization",
                                "organizations:ListAccounts",
                                "organizations:ListRoots",
                                "organizations:ListOrganizationalUnitsForParent",
                                "organizations:ListAccountsForParent",
                                "organizations:ListAWSServiceAccessForOrganization",
                                "cloudformation:ListStackInstances"),
                        List.of("*"))
                .because(
                        "Resource::*",
                        "An organization is one, and where its StackSets are is the management account's");
    }

    private static Grant entersAccounts() {
        return Grant.of("EnterAccounts", List.of("sts:AssumeRole", "sts:SetSourceIdentity"), List.of(ACCOUNT_ROLES))
                .because(
                        ACCOUNT_ROLES,
                        "Any account may be connected; each one's own trust policy decides who comes in");
    }

    private Grant log(FunctionEntry function) {
        String streams = "log-group:%s:*".formatted(HubFunction.logName(function));
        return Grant.of("Log", List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(arn("logs", streams)))
                .because(streams, "Lambda names the streams of the function's own log");
    }

    static Grant traces() {
        return Grant.of("Trace", List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), List.of("*"))
                .because("Resource::*", "X-Ray has no resources to name");
    }

    private String arn(String service, String resource) {
        Stack stack = Stack.of(data);
        return "arn:%s:%s:%s:%s:%s"
                .formatted(stack.getPartition(), service, stack.getRegion(), stack.getAccount(), resource);
    }
}
