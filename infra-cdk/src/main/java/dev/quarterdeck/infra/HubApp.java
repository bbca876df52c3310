package dev.quarterdeck.infra;

import software.amazon.awscdk.AppProps;

/** What the CDK command line runs to learn what is to be deployed. */
public final class HubApp {
    private HubApp() {}

    public static void main(String[] arguments) {
        new Hub(AppProps.builder()).synth();
    }
}
