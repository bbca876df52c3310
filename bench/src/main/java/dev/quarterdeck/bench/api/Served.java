package dev.quarterdeck.bench.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, under the product's own flags, and what it said when it began. */
public record Served(Process process, List<String> said) implements AutoCloseable {
    /** Starts a program and reads what it says until a line begins so. */
    public static Served start(Map<String, Path> environment, String last, String... program) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-Xms64m",
                "-Xmn36m",
                "-XX:SurvivorRatio=4",
                "-XX:TargetSurvivorRatio=90",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        environment.forEach((name, value) -> builder.environment().put(name, value.toString()));
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        var said = new ArrayList<String>();
        do {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("'%s' ended: %s".formatted(program[0], said));
            }
            said.add(line);
        } while (!said.getLast().startsWith(last));
        return new Served(process, said);
    }

    public URI address() {
        return URI.create(lastWord("http://"));
    }

    /** The last word of the first line that has this in it. */
    public String lastWord(String part) {
        String line =
                said.stream().filter(some -> some.contains(part)).findFirst().orElseThrow();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    /** The processor's time that it took until now. */
    public Duration processor() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
