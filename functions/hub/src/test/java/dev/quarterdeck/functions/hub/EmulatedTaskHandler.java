package dev.quarterdeck.functions.hub;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.quarterdeck.functions.cloud.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/** The workflows' tasks as a test hosts them. */
public final class EmulatedTaskHandler implements RequestStreamHandler {
    private final TaskHandler handler =
            new TaskHandler(new Cloud(Emulated.CONFIG, Emulated.REACH, Clock.systemUTC()).tasks());

    @Override
    public void handleRequest(InputStream call, OutputStream result, Context context) throws IOException {
        handler.handleRequest(call, result, context);
    }
}
