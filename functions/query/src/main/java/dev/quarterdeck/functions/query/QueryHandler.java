package dev.quarterdeck.functions.query;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.edge.lambda.HttpApi;
import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.functions.cloud.Turn;
import dev.quarterdeck.query.hub.Questions;
import dev.quarterdeck.query.sql.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Answers the operations of the HTTP API that ask all that is known at once. */
public final class QueryHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Path PROJECTIONS = Path.of("/tmp/projections");

    private final Turn turn;

    public QueryHandler() {
        this(HubConfig.from(System.getenv()), Cloud.Reach.AWS, PROJECTIONS);
    }

    QueryHandler(HubConfig config, Cloud.Reach reach, Path projections) {
        this.turn = Turn.on(config, platform(new Cloud(config, reach, Clock.systemUTC()), projections));
    }

    private static Hub.Platform platform(Cloud cloud, Path projections) {
        var words = cloud.words();
        var questions = new Questions(cloud.rows(), words::types, projections, Limits.OF_A_FUNCTION);
        return cloud.platform(Optional.of(questions.asking(words)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return HttpApi.response(turn.answer(HttpApi.request(event)));
    }
}
