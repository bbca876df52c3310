package dev.quarterdeck.functions.hub;

import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.testkit.EmulatorClient;
import java.net.URI;

/** Where a test hosts the functions: the hub's own account and those that it runs are at emulators. */
final class Emulated {
    static final HubConfig CONFIG = HubConfig.from(System.getenv());
    static final Cloud.Reach REACH = new Cloud.Reach(
            EmulatorClient.settings(URI.create(System.getenv("AWS_ENDPOINT_URL"))),
            EmulatorClient.settings(URI.create(System.getenv("EMULATED_ACCOUNTS"))));

    private Emulated() {}
}
