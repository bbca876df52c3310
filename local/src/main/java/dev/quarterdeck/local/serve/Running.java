package dev.quarterdeck.local.serve;

import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.vault.OwnFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A hub that is being served from a workspace: where, by which process, and the token with which a command line that
 * can read the workspace speaks to it. Kept in a file only its owner can read, for as long as the server runs.
 */
record Running(URI address, String token, long process) {
    private static final String NAME = "serve.json";

    void write(Path home) {
        String text = new Members()
                .put("address", address.toString())
                .put("token", token)
                .put("process", process)
                .json()
                .text();
        new OwnFile(home.resolve(NAME)).write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static void forget(Path home) {
        try {
            Files.deleteIfExists(home.resolve(NAME));
        } catch (IOException _) {
            // the file of a process that is gone names a process that is gone
        }
    }

    @Override
    public String toString() {
        return "%s, process %d".formatted(address, process); // never the token
    }
}
