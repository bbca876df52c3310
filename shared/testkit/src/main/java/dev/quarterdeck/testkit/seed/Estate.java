package dev.quarterdeck.testkit.seed;

import java.util.List;

/** What was planted, as the hub must know it: who it is, and how it comes into each account. */
public record Estate(String hubKeyId, String hubSecret, List<Entrance> entrances, List<String> regions, int calls) {
    public Estate {
        entrances = List.copyOf(entrances);
        regions = List.copyOf(regions);
    }

    /** The way into one account. */
    public record Entrance(String account, String name, String roleArn, String externalId) {}
}
