package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.DaggerHubComponent;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.kernel.migrations.Step;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Called every minute: brings the table to the schema of this version, delivers events, and does what the hub has to do by
 * itself when it is due.
 */
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
        List<Step> steps = hub.migrate(); // first: what it changes is where the rest looks
        int events = hub.delivery().sweep();
        hub.upkeep(line -> System.out.println(line.text())).round();
        return Map.of("schema_steps", steps.size(), "events_delivered", events);
    }
}
