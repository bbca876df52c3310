package dev.quarterdeck.query.process;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.sql.SandboxChild;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/** A process that runs one query and ends: what the query cannot reach, it cannot harm. */
public final class SandboxProcess {
    private SandboxProcess() {}

    public static void main(String[] args) throws IOException {
        new SandboxChild(System.in, System.out).serve();
    }

    /** The way to start one from here: this Java, the engine and what drives it and no other code, little memory for itself. */
    public static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(SandboxProcess.class, Json.class, DuckDBDriver.class)
                        .map(SandboxProcess::place)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator)),
                SandboxProcess.class.getName());
    }

    /** Wherever the code came from: in a function it is on no class path that the process could be asked for. */
    private static String place(Class<?> code) {
        return Path.of(URI.create(
                        code.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
