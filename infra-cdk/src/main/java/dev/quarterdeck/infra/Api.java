package dev.quarterdeck.infra;

import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The HTTP API: one route for each operation of the contract, each to the function that answers it. */
final class Api extends Construct {
    private static final int BURST = 500;
    private static final int PER_SECOND = 200;

    private static final String LINE = new Members()
            .put("request_id", "$context.requestId")
            .put("time", "$context.requestTime")
            .put("source", "$context.identity.sourceIp")
            .put("route", "$context.routeKey")
            .put("status", "$context.status")
            .put("ms", "$context.responseLatency")
            .put("error", "$context.integrationErrorMessage")
            .json()
            .text();

    private final HttpApi api;

    Api(Construct scope) {
        super(scope, "Http");
        api = HttpApi.Builder.create(this, "Api")
                .apiName("quarterdeck")
                .description("Quarterdeck")
                .createDefaultStage(false)
                .build();
        var stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .burstLimit(BURST)
                        .rateLimit(PER_SECOND)
                        .build())
                .build();
        log((CfnStage) Objects.requireNonNull(stage.getNode().getDefaultChild()));
    }

    /** The name under which the hub is reached. */
    String host() {
        Stack stack = Stack.of(this);
        return "%s.execute-api.%s.%s".formatted(api.getApiId(), stack.getRegion(), stack.getUrlSuffix());
    }

    HttpApi http() {
        return api;
    }

    void leadTo(String name, IFunction function, List<Operation> operations) {
        var integration = new HttpLambdaIntegration(
                name,
                function,
                HttpLambdaIntegrationProps.builder()
                        .scopePermissionToRoute(false) // a function's policy has no room for one statement a route
                        .build());
        for (Operation operation : operations) {
            var route = HttpRoute.Builder.create(this, operation.id())
                    .httpApi(api)
                    .routeKey(HttpRouteKey.with(operation.path().text(), HttpMethod.valueOf(operation.method())))
                    .integration(integration)
                    .build();
            Accepted.finding(
                    route,
                    "AwsSolutions-APIG4",
                    "The edge authorizes: %s says %s".formatted(operation.id(), operation.access()));
        }
    }

    /** Without query strings and bodies, which may hold what must not be read. */
    private void log(CfnStage stage) {
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/apigateway/quarterdeck")
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        stage.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(LINE)
                .build());
    }
}
