package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.DaggerHubComponent;
import dev.quarterdeck.functions.cloud.HubConfig;
import java.time.Clock;
import java.util.Map;

/** Gives whoever may call it the code with which the first administrator signs up; nothing once there is one. */
public final class SetupHandler implements RequestHandler<Map<String, String>, Map<String, String>> {
    private final Hub hub;

    public SetupHandler() {
        this(new Cloud(HubConfig.from(System.getenv()), Cloud.Reach.AWS, Clock.systemUTC()).platform());
    }

    SetupHandler(Hub.Platform platform) {
        this.hub = DaggerHubComponent.factory().create(platform).hub();
    }

    @Override
    public Map<String, String> handleRequest(Map<String, String> nothing, Context context) {
        return hub.setupCode()
                .map(code -> Map.of("setup_code", code))
                .orElseGet(() -> Map.of("message", "the hub has its administrator: sign in with POST /api/sessions"));
    }
}
