package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quarterdeck.edge.lambda.HttpApi;
import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.functions.cloud.Turn;
import java.time.Clock;

/** Answers the HTTP API. */
public final class ApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Turn turn;

    public ApiHandler() {
        this(HubConfig.from(System.getenv()), Cloud.Reach.AWS);
    }

    ApiHandler(HubConfig config, Cloud.Reach reach) {
        this(Turn.on(config, new Cloud(config, reach, Clock.systemUTC()).platform())
                .registered());
    }

    ApiHandler(Turn turn) {
        this.turn = turn;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return HttpApi.response(turn.answer(HttpApi.request(event)));
    }
}
