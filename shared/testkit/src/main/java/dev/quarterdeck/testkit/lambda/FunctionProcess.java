package dev.quarterdeck.testkit.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A deployed function's zip in a process of its own, under AWS's own runtime client: it sees the environment, the class
 * path and the life (initialisation, snapshot, restore, events) that it has in Lambda. It may call AWS at an emulator.
 */
public final class FunctionProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final RuntimeApi api;
    private final Process process;
    private final Path code;

    private FunctionProcess(RuntimeApi api, Process process, Path code) {
        this.api = api;
        this.process = process;
        this.code = code;
    }

    /** What runs: the zip as it is deployed, and what a test puts on the class path before it, such as a handler that knows emulators. */
    public record Code(Path zip, List<Path> more, String handler) {
        public Code {
            more = List.copyOf(more);
        }
    }

    /** Returns when the function waits for events; fails with what it says where it cannot start. */
    public static FunctionProcess start(Code deployed, Map<String, String> environment) {
        try {
            Path code = unpacked(deployed.zip());
            RuntimeApi api = RuntimeApi.start();
            var function = new FunctionProcess(api, process(code, deployed, environment, api), code);
            var _ = function.process.onExit().thenAccept(process -> api.ended(process.exitValue()));
            await(api.ready());
            return function;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its answer to an event; throws {@link FunctionError} where it fails. */
    public byte[] invoke(byte[] event) {
        return await(api.invoke(event));
    }

    /** How much processor time it has used since it was started. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
        try (Stream<Path> entries = Files.walk(code)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process process(Path code, Code deployed, Map<String, String> environment, RuntimeApi api)
            throws IOException {
        String classPath = Stream.of(
                        deployed.more().stream().map(Path::toString),
                        Stream.of(code.toString(), code.resolve("lib") + "/*"),
                        runtimeClient().stream())
                .flatMap(Function.identity())
                .collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac", // as Lambda's own start script
                "-cp",
                classPath,
                AWSLambda.class.getName(),
                deployed.handler());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().putIfAbsent("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        builder.environment().put("LAMBDA_TASK_ROOT", code.toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** The jars that Lambda's Java runtime brings with it. */
    private static List<String> runtimeClient() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.matches(
                        ".*/(aws-lambda-java-(core|serialization|runtime-interface-client)|utils-lite)-[^/]*\\.jar"))
                .toList();
    }

    private static Path unpacked(Path zip) throws IOException {
        Path folder = Files.createTempDirectory("function");
        try (InputStream in = Files.newInputStream(zip);
                var entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                }
            }
        }
        return folder;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FunctionError told ? told : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a function ran", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the function does not answer", e);
        }
    }
}
