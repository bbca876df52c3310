package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.query.lists.Estate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process for one query, as the command line starts it. */
public final class ChildProcess {
    static final List<ResourceType> TYPES =
            List.of(new ResourceType("AWS::EC2::Instance"), new ResourceType("AWS::KMS::Key"));

    private ChildProcess() {}

    public static void main(String[] args) throws IOException {
        new SandboxChild(System.in, System.out).serve();
    }

    static SqlQueries of(Estate estate, int rows, Duration time) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ChildQueries(
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName()),
                estate,
                TYPES,
                new Limits(rows, 1_000_000, time, "128MB"));
    }
}
