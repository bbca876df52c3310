package dev.quarterdeck.testkit;

import java.net.URI;

/** An emulator of the AWS services on which the hub itself stands. */
public interface HubPlatform extends AutoCloseable {
    URI endpoint();

    @Override
    void close();
}
