package dev.quarterdeck.local.hub;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.scan.Tallies;

/** What scans of a hub under test need besides AWS. */
public final class TestMeans {
    private TestMeans() {}

    /** A key like any other, and nothing counted. */
    public static LocalHub.Means plain() {
        return new LocalHub.Means(() -> new Redaction("test", new byte[32]), new Tallies());
    }
}
