package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quarterdeck.edge.lambda.HttpApi;

/** Answers the HTTP API. */
public final class ApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Turn turn;

    public ApiHandler() {
        this(ApiComponent.on(HubConfig.from(System.getenv()), Cloud.Reach.AWS).registered());
    }

    ApiHandler(Turn turn) {
        this.turn = turn;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return HttpApi.response(turn.answer(HttpApi.request(event)));
    }
}
