package dev.quarterdeck.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The stock CDK command line, as npm installed it, talking to an emulated account. */
record CdkCommand(URI endpoint, Path home) {
    private static final Path CLI = Synthesized.ROOT.resolve("infra-cdk/node_modules/aws-cdk/bin/cdk");
    private static final long LIMIT_SECONDS = 150;

    static boolean isThere() {
        return Files.isRegularFile(CLI);
    }

    /** What it said; fails where it failed or took too long. */
    String run(String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(
                                "node",
                                CLI.toString(),
                                "--no-notices",
                                "--app",
                                Synthesized.folder().toString()),
                        Stream.of(arguments))
                .toList();
        try {
            Path said = Files.createTempFile(home, "cdk", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment());
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " took too long:\n" + Files.readString(said, UTF_8));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed:\n" + Files.readString(said, UTF_8));
            }
            return Files.readString(said, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the CDK ran", e);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_REGION", "us-east-1",
                "AWS_EC2_METADATA_DISABLED", "true",
                "CDK_DISABLE_CLI_TELEMETRY", "true",
                "CI", "true",
                "CDK_HOME", home.toString());
    }
}
