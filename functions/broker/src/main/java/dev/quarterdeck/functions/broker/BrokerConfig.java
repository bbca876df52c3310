package dev.quarterdeck.functions.broker;

import java.util.Map;
import java.util.Optional;

/** All that the function reads from its environment. The manifest names the same {@link Key}s. */
public record BrokerConfig(String table, String region) {
    private static final String REGION = "AWS_REGION"; // Lambda's own

    public enum Key {
        HUB_TABLE
    }

    public static BrokerConfig from(Map<String, String> environment) {
        return new BrokerConfig(value(environment, Key.HUB_TABLE.name()), value(environment, REGION));
    }

    private static String value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }
}
