package dev.quarterdeck.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/** A workflow as this product runs them all: its tasks are the hub's functions, its steps are traced and logged without data. */
final class HubWorkflow extends Construct {
    /** The files of step-functions/, by their names. */
    static final List<String> SHIPPED = List.of("scan");

    HubWorkflow(Construct scope, String name, Map<String, IFunction> functions) {
        super(scope, "workflow-" + name);
        Definition definition = Definition.shipped(name);
        List<IFunction> called = definition.tasks().stream()
                .map(task -> function(task, functions))
                .toList();
        CfnStateMachine.Builder.create(this, "Machine")
                .stateMachineName(deployedName(name))
                .definitionString(definition
                        .calling(task -> function(task, functions).getFunctionArn())
                        .text())
                .roleArn(role(name, called).getRoleArn())
                .tracingConfiguration(CfnStateMachine.TracingConfigurationProperty.builder()
                        .enabled(true)
                        .build())
                .loggingConfiguration(CfnStateMachine.LoggingConfigurationProperty.builder()
                        .level("ALL")
                        .includeExecutionData(false)
                        .destinations(List.of(CfnStateMachine.LogDestinationProperty.builder()
                                .cloudWatchLogsLogGroup(CfnStateMachine.CloudWatchLogsLogGroupProperty.builder()
                                        .logGroupArn(log(name).getLogGroupArn())
                                        .build())
                                .build()))
                        .build())
                .tags(List.of(CfnStateMachine.TagsEntryProperty.builder()
                        .key("definition")
                        .value(definition.hash())
                        .build()))
                .build();
    }

    static String deployedName(String name) {
        return "quarterdeck-" + name;
    }

    /** What the ARNs of all workflows begin with. */
    static String prefix(Construct scope) {
        Stack stack = Stack.of(scope);
        return "arn:%s:states:%s:%s:stateMachine:%s"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), deployedName(""));
    }

    private static IFunction function(String task, Map<String, IFunction> functions) {
        IFunction function = functions.get(task);
        if (function == null) {
            throw new IllegalArgumentException("no function of the manifest does the task '%s'".formatted(task));
        }
        return function;
    }

    private Role role(String name, List<IFunction> called) {
        List<Grant> grants = List.of(
                Grant.of(
                        "Call",
                        List.of("lambda:InvokeFunction"),
                        called.stream()
                                .map(IFunction::getFunctionArn)
                                .distinct()
                                .toList()),
                Grants.traces(),
                logs());
        return Grant.role(
                Role.Builder.create(this, "Role")
                        .roleName(deployedName(name))
                        .description("Runs the workflow '%s'.".formatted(name))
                        .assumedBy(new ServicePrincipal("states.amazonaws.com")),
                grants);
    }

    private static Grant logs() {
        return Grant.of(
                        "DeliverLogs",
                        Stream.of(
                                        "CreateLogDelivery",
                                        "GetLogDelivery",
                                        "UpdateLogDelivery",
                                        "DeleteLogDelivery",
                                        "ListLogDeliveries",
                                        "PutResourcePolicy",
                                        "DescribeResourcePolicies",
                                        "DescribeLogGroups")
                                .map(action -> "logs:" + action)
                                .toList(),
                        List.of("*"))
                .because("Resource::*", "Deliveries of logs have no resources to name");
    }

    private LogGroup log(String name) {
        return LogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/vendedlogs/states/" + deployedName(name))
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
