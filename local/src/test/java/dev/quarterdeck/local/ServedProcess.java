package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.OverHttp;
import dev.quarterdeck.platform.local.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hub that a process of its own serves, to be asked as its console, and to be killed. */
final class ServedProcess implements AutoCloseable {
    private static final String SERVED = "Quarterdeck is served at ";

    private final Process process;
    private final Home home;
    private final URI address;

    private ServedProcess(Process process, Home home, URI address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    static ServedProcess start(Launch launch, Home home, String... more) throws IOException {
        Process process =
                launch.with("QUARTERDECK_HOME", home.folder().toString()).start(words("serve", "--port", "0", more));
        @Nullable String line = process.inputReader().readLine();
        if (line == null || !line.startsWith(SERVED)) {
            throw new AssertionError(
                    "not served: " + new String(process.getErrorStream().readAllBytes(), UTF_8));
        }
        return new ServedProcess(process, home, URI.create(line.substring(SERVED.length())));
    }

    private static String[] words(String command, String option, String value, String... more) {
        var words = new String[3 + more.length];
        words[0] = command;
        words[1] = option;
        words[2] = value;
        System.arraycopy(more, 0, words, 3, more.length);
        return words;
    }

    HubClient console() throws IOException {
        var running = (Json.Obj) Json.parse(Files.readString(home.serving()));
        return new HubClient(
                new OverHttp(address, Optional.of(Fields.of(running).text("token"))));
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(pid())).start().waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** As a power cut would. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
