package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.quarterdeck.functions.cloud.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/** The dispatcher as a test hosts it. */
public final class EmulatedDispatchHandler implements RequestStreamHandler {
    private final DispatchHandler handler =
            new DispatchHandler(new Cloud(Emulated.CONFIG, Emulated.REACH, Clock.systemUTC()).platform());

    @Override
    public void handleRequest(InputStream call, OutputStream result, Context context) throws IOException {
        handler.handleRequest(call, result, context);
    }
}
