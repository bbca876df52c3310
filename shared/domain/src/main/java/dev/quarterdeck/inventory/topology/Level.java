package dev.quarterdeck.inventory.topology;

import java.util.Locale;

/** What a group of the map is, the outermost first. */
public enum Level {
    ACCOUNT,
    REGION,
    VPC,
    SUBNET,
    TYPE,
    RESOURCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
