package dev.quarterdeck.functions.query;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.testkit.EmulatorClient;
import java.net.URI;
import java.nio.file.Path;

/** The questions as a test hosts them: the hub's own account is at an emulator, and others are never entered. */
public final class EmulatedQueryHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final QueryHandler handler;

    public EmulatedQueryHandler() {
        var emulator = EmulatorClient.settings(URI.create(System.getenv("AWS_ENDPOINT_URL")));
        handler = new QueryHandler(
                HubConfig.from(System.getenv()),
                new Cloud.Reach(emulator, emulator),
                Path.of(System.getenv("LAMBDA_TASK_ROOT"), "projections")); // which goes with the process
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return handler.handleRequest(event, context);
    }
}
