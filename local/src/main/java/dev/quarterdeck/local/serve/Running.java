package dev.quarterdeck.local.serve;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.local.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A hub that is being served from a workspace: where, by which process, and the token with which a command line that
 * can read the workspace speaks to it. Kept in a file only its owner can read, for as long as the server runs.
 */
record Running(URI address, String token, long process) {
    private static final String NAME = "serve.json";

    /** The server of this workspace, if one is alive. */
    static Optional<Running> in(Path home) {
        Path file = home.resolve(NAME);
        try {
            return parse(Files.readString(file)).filter(Running::alive);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw Refusal.usage("the file '%s' cannot be read: %s".formatted(file, Refusal.why(e)));
        }
    }

    void write(Path home) {
        Path file = home.resolve(NAME);
        try {
            OwnerOnly.write(file, json().text() + "\n");
        } catch (IOException e) {
            throw Refusal.usage("the file '%s' cannot be written: %s".formatted(file, Refusal.why(e)));
        }
    }

    static void forget(Path home) {
        try {
            Files.deleteIfExists(home.resolve(NAME));
        } catch (IOException _) {
            // a file of a process that is gone is ignored by whoever reads it
        }
    }

    @Override
    public String toString() {
        return "%s, process %d".formatted(address, process); // never the token
    }

    private boolean alive() {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    private Json.Obj json() {
        return Json.Obj.EMPTY
                .with("address", Json.of(address.toString()))
                .with("token", Json.of(token))
                .with("process", Json.of(process));
    }

    /** A file that was half written when its process died says nothing. */
    private static Optional<Running> parse(String text) {
        try {
            return Json.parse(text) instanceof Json.Obj obj
                            && obj.get("address").orElse(obj) instanceof Json.Str(String address)
                            && obj.get("token").orElse(obj) instanceof Json.Str(String token)
                            && obj.get("process").orElse(obj) instanceof Json.Num(var process)
                    ? Optional.of(new Running(URI.create(address), token, process.longValue()))
                    : Optional.empty();
        } catch (MalformedJsonException _) {
            return Optional.empty();
        }
    }
}
