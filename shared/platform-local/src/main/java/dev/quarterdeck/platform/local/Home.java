package dev.quarterdeck.platform.local;

import java.nio.file.Path;

/** The folder in which one machine keeps its hub, and what lies where in it: the one list of these names. */
public record Home(Path folder) {
    public Path table() {
        return folder.resolve("hub.db");
    }

    public Path objects() {
        return folder.resolve("objects");
    }

    public Path vault() {
        return folder.resolve("vault");
    }

    /** The key that opens the vault, and what people sign in with. */
    public Path vaultKey() {
        return folder.resolve("vault.key");
    }

    /** The key under which scans hash what is sensitive. */
    public Path redactionKey() {
        return folder.resolve("redaction.key");
    }

    /** What is made again from facts whenever it is needed: lost without harm. */
    public Path projections() {
        return folder.resolve("projections");
    }

    /** Where, while the hub is served, a command line finds it. */
    public Path serving() {
        return folder.resolve("serve.json");
    }

    /** This person's sessions with hubs elsewhere. */
    public Path logins() {
        return folder.resolve("logins.json");
    }
}
