package dev.quarterdeck.functions.cloud;

import java.util.Map;
import java.util.Optional;

/** All that functions of the hub read from their environment. The manifest names the same {@link Key}s. */
public record HubConfig(
        String table, String facts, Closing closing, String workflows, Broker broker, String host, String region) {
    private static final String REGION = "AWS_REGION"; // Lambda's own

    public enum Key {
        HUB_TABLE,
        /** The bucket in which the facts lie. */
        HUB_FACTS,
        /** The secret of which the hub's own keys are made. */
        HUB_SECRET,
        /** The key that closes what the vault keeps. */
        HUB_KEY,
        /** What the ARNs of the hub's workflows begin with. */
        HUB_WORKFLOWS,
        /** The function that enters accounts. */
        HUB_BROKER,
        /** The role it does so as, which accounts trust. */
        HUB_BROKER_ROLE,
        /** The name under which the hub is reached. */
        HUB_HOST
    }

    /** With what the hub closes what it keeps. */
    public record Closing(String secret, String key) {}

    /** Who enters accounts. */
    public record Broker(String function, String role) {}

    public static HubConfig from(Map<String, String> environment) {
        return new HubConfig(
                value(environment, Key.HUB_TABLE),
                value(environment, Key.HUB_FACTS),
                new Closing(value(environment, Key.HUB_SECRET), value(environment, Key.HUB_KEY)),
                value(environment, Key.HUB_WORKFLOWS),
                new Broker(value(environment, Key.HUB_BROKER), value(environment, Key.HUB_BROKER_ROLE)),
                value(environment, Key.HUB_HOST),
                value(environment, REGION));
    }

    private static String value(Map<String, String> environment, Key key) {
        return value(environment, key.name());
    }

    private static String value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }
}
