package dev.quarterdeck.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.testkit.seed.Estate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** boto3, asked the same as a scan: what is really there. */
public final class Witness {
    /** One resource seen. */
    public record Sighting(String account, String region, String type, String id) implements Comparable<Sighting> {
        private static Sighting from(String line) {
            var parts = line.split("\t", 4);
            return new Sighting(parts[0], parts[1], parts[2], parts[3]);
        }

        @Override
        public int compareTo(Sighting other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return String.join(" ", account, region, type, id);
        }
    }

    private Witness() {}

    /** All that boto3 lists in the estate's accounts, entering each as the hub does. */
    public static Set<Sighting> ask(URI endpoint, Estate estate) {
        try {
            var process = new ProcessBuilder(
                            Python.executable().toString(),
                            "-c",
                            Script.text("boto3_lister.py"),
                            endpoint.toString(),
                            String.join(",", estate.regions()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var in = process.outputWriter(UTF_8)) {
                in.write("%s %s\n".formatted(estate.hubKeyId(), estate.hubSecret()));
                for (var entrance : estate.entrances()) {
                    in.write("%s %s\n".formatted(entrance.roleArn(), entrance.externalId()));
                }
            }
            List<String> lines = process.inputReader(UTF_8).readAllLines();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("boto3 could not list everything; see its words on standard error");
            }
            return new TreeSet<>(lines.stream().map(Sighting::from).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while boto3 was listing", e);
        }
    }
}
