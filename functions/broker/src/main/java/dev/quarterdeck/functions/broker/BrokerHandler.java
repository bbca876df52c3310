package dev.quarterdeck.functions.broker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.quarterdeck.wire.WireSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Opens sessions in accounts for the hub's other functions. */
public final class BrokerHandler implements RequestStreamHandler {
    private final Counter counter;

    public BrokerHandler() {
        this(BrokerComponent.on(BrokerConfig.from(System.getenv()), WireSettings.standard("broker")));
    }

    BrokerHandler(Counter counter) {
        this.counter = counter;
    }

    @Override
    public void handleRequest(InputStream question, OutputStream answer, Context context) throws IOException {
        answer.write(counter.serve(question.readAllBytes()));
    }
}
