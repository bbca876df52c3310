package dev.quarterdeck.functions.broker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.quarterdeck.testkit.EmulatorClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

/** The broker as a test hosts it: the accounts are at an emulator, which the deployed function cannot be told. */
public final class EmulatedBrokerHandler implements RequestStreamHandler {
    private final BrokerHandler handler = new BrokerHandler(BrokerComponent.on(
            BrokerConfig.from(System.getenv()),
            EmulatorClient.settings(URI.create(System.getenv("EMULATED_ACCOUNTS")))));

    @Override
    public void handleRequest(InputStream question, OutputStream answer, Context context) throws IOException {
        handler.handleRequest(question, answer, context);
    }
}
