package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quarterdeck.edge.hub.Hub;
import java.time.Clock;
import java.util.Map;

/** Called every minute: delivers events, and does what the hub has to do by itself when it is due. */
public final class UpkeepHandler implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
    private final Hub hub;

    public UpkeepHandler() {
        this(new Cloud(HubConfig.from(System.getenv()), Cloud.Reach.AWS, Clock.systemUTC()).platform());
    }

    UpkeepHandler(Hub.Platform platform) {
        this.hub = DaggerHubComponent.factory().create(platform).hub();
    }

    @Override
    public Map<String, Integer> handleRequest(Map<String, Object> tick, Context context) {
        int events = hub.delivery().sweep();
        hub.upkeep(line -> System.out.println(line.text())).round();
        return Map.of("events_delivered", events);
    }
}
