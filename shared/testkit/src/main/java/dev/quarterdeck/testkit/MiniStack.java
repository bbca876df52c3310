package dev.quarterdeck.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * MiniStack in a process of its own: the AWS services on which the hub itself stands. Functions run where their proxy
 * points, for example in this JVM; a function without one fails rather than answering something made up.
 */
public final class MiniStack implements HubPlatform {
    private static final Path PYTHON = Path.of(Stream.of(
                    System.getProperty("quarterdeck.ministack"),
                    System.getenv("QUARTERDECK_MINISTACK"),
                    System.getProperty("quarterdeck.root", "") + "/.quarterdeck/ministack/bin/python")
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow());

    private final EmulatorProcess process;
    private final Path state;

    private MiniStack(EmulatorProcess process, Path state) {
        this.process = process;
        this.state = state;
    }

    /** Whether it judges signatures and policies, and where its functions run, by their names. */
    public record Settings(boolean judges, Map<String, URI> functions) {
        public static final Settings OPEN = new Settings(false, Map.of());
        public static final Settings JUDGING = new Settings(true, Map.of());

        public Settings {
            functions = Map.copyOf(functions);
        }

        public Settings with(String function, URI proxy) {
            var more = new HashMap<>(functions);
            more.put(function, proxy);
            return new Settings(judges, more);
        }
    }

    /** For JUnit's {@code @EnabledIf("dev.quarterdeck.testkit.MiniStack#isThere")}. */
    public static boolean isThere() {
        return Files.isExecutable(PYTHON);
    }

    /** Whose account it is for whoever names none: the same as moto's, so that both can play one cloud. */
    public static final String ACCOUNT = "123456789012";

    /** Starts it on a free port and returns when it takes requests. */
    public static MiniStack start(Settings settings) {
        if (!isThere()) {
            throw new IllegalStateException(
                    "no MiniStack environment at '%s': scripts/check makes it".formatted(PYTHON));
        }
        try {
            Path state = Files.createTempDirectory("ministack");
            return new MiniStack(
                    EmulatorProcess.start(PYTHON, "ministack_launcher.py", environment(settings, state)), state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI endpoint() {
        return process.endpoint();
    }

    @Override
    public void close() {
        process.close();
        try (Stream<Path> entries = Files.walk(state)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(Settings settings, Path state) {
        var environment = new HashMap<>(Map.of(
                "BIND_HOST", "127.0.0.1",
                "MINISTACK_ACCOUNT_ID", ACCOUNT,
                "STATE_DIR", state.resolve("state").toString(),
                "S3_DATA_DIR", state.resolve("s3").toString(),
                "AUTH", Boolean.toString(settings.judges()),
                "LAMBDA_STRICT", "1",
                "IOT_MTLS_ENABLED", "0",
                "SFTP_ENABLED", "0",
                "SFN_WAIT_SCALE", "0", // a workflow's pauses are tested under our own clock
                "LOG_LEVEL", "ERROR"));
        settings.functions()
                .forEach((function, proxy) -> environment.put("MINISTACK_LAMBDA_PROXY_" + function, proxy.toString()));
        return environment;
    }
}
