package dev.quarterdeck.catalog.boto3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was compared, how often, and where boto3 and we disagree. */
final class Tally {
    private static final int SHOWN = 25;

    private final List<String> disagreements = new ArrayList<>();
    private final Collection<String> cases = new TreeSet<>();
    private final Map<String, Integer> kinds = new TreeMap<>();

    void compared(String operation, String kind, List<String> differences) {
        cases.add(operation + " " + kind);
        kinds.merge(kind, 1, Integer::sum);
        differences.forEach(difference -> disagreements.add(operation + " (" + kind + ") " + difference));
    }

    void covers(Collection<String> wanted) {
        assertThat(cases).as("every catalogued operation has each kind of case").isEqualTo(wanted);
    }

    void agrees() {
        assertThat(disagreements.subList(0, Math.min(SHOWN, disagreements.size())))
                .as("%d disagreements with boto3", disagreements.size())
                .isEmpty();
    }

    /** Leaves the numbers for {@code docs/proof.md}. */
    void report(String file, String title) throws IOException {
        StringBuilder text = new StringBuilder("## %s%n%n| what | compared |%n|---|---:|%n".formatted(title));
        kinds.forEach((kind, count) -> text.append("| %s | %,d |%n".formatted(kind, count)));
        Path folder = Files.createDirectories(Path.of("target/proof"));
        Files.writeString(folder.resolve(file), text);
    }
}
