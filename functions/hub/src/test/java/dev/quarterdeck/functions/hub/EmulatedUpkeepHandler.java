package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quarterdeck.functions.cloud.Cloud;
import java.time.Clock;
import java.util.Map;

/** The upkeep as a test hosts it. */
public final class EmulatedUpkeepHandler implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
    private final UpkeepHandler handler =
            new UpkeepHandler(new Cloud(Emulated.CONFIG, Emulated.REACH, Clock.systemUTC()).platform());

    @Override
    public Map<String, Integer> handleRequest(Map<String, Object> tick, Context context) {
        return handler.handleRequest(tick, context);
    }
}
