package dev.quarterdeck.local.serve;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.vault.OwnFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A hub that is being served from a workspace: where, by which process, and the token with which a command line that
 * can read the workspace speaks to it. Kept in a file only its owner can read, for as long as the server runs.
 */
public record Running(URI address, String token, long process) {
    /** The hub that is served from this workspace now. */
    public static Optional<Running> find(Home home) {
        return new OwnFile(home.serving())
                .read()
                .map(bytes -> Fields.of(object(new String(bytes, StandardCharsets.UTF_8))))
                .map(file -> new Running(file.text("address", URI::create), file.text("token"), file.whole("process")))
                .filter(running -> ProcessHandle.of(running.process).isPresent());
    }

    private static Json.Obj object(String text) {
        return Json.parse(text) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    void write(Home home) {
        String text = new Members()
                .put("address", address.toString())
                .put("token", token)
                .put("process", process)
                .json()
                .text();
        new OwnFile(home.serving()).write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(home.serving());
        } catch (IOException _) {
            // the file of a process that is gone names a process that is gone
        }
    }

    @Override
    public String toString() {
        return "%s, process %d".formatted(address, process); // never the token
    }
}
