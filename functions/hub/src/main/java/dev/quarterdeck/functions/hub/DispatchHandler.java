package dev.quarterdeck.functions.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.DaggerHubComponent;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.events.Delivery;
import dev.quarterdeck.platform.aws.table.TableStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/**
 * Delivers events as soon as the table's stream tells of them. What fails stays in the outbox, from which the upkeep
 * delivers it: so nothing here has to be tried again.
 */
public final class DispatchHandler implements RequestStreamHandler {
    private final Delivery delivery;

    public DispatchHandler() {
        this(new Cloud(HubConfig.from(System.getenv()), Cloud.Reach.AWS, Clock.systemUTC()).platform());
    }

    DispatchHandler(Hub.Platform platform) {
        this.delivery = DaggerHubComponent.factory().create(platform).hub().delivery();
    }

    @Override
    public void handleRequest(InputStream call, OutputStream result, Context context) throws IOException {
        var event = (Json.Obj) Json.parse(new String(call.readAllBytes(), UTF_8));
        long delivered =
                TableStream.rows(event).stream().filter(delivery::deliver).count();
        result.write(
                new Members().put("events_delivered", delivered).json().text().getBytes(UTF_8));
    }
}
