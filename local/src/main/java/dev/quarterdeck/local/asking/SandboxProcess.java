package dev.quarterdeck.local.asking;

import dev.quarterdeck.query.sql.SandboxChild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that runs one query and ends: what the query cannot reach, it cannot harm. */
public final class SandboxProcess {
    private SandboxProcess() {}

    public static void main(String[] args) throws IOException {
        new SandboxChild(System.in, System.out).serve();
    }

    /** The way to start one from here: this Java, this class path, little memory for itself. */
    public static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxProcess.class.getName());
    }
}
