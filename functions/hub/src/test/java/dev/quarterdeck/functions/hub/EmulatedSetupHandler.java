package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quarterdeck.functions.cloud.Cloud;
import java.time.Clock;
import java.util.Map;

/** The set-up as a test hosts it. */
public final class EmulatedSetupHandler implements RequestHandler<Map<String, String>, Map<String, String>> {
    private final SetupHandler handler =
            new SetupHandler(new Cloud(Emulated.CONFIG, Emulated.REACH, Clock.systemUTC()).platform());

    @Override
    public Map<String, String> handleRequest(Map<String, String> nothing, Context context) {
        return handler.handleRequest(nothing, context);
    }
}
