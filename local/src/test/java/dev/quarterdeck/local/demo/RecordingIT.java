package dev.quarterdeck.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/record-demo}: the demo's tape, recorded anew into the file that the property names. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
@EnabledIfSystemProperty(named = "quarterdeck.tape", matches = ".+")
class RecordingIT {
    @TempDir
    private Path folder;

    @Test
    void recordsTheCompanyAWeekApart() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var recording = new Recording()) {
            recording.record(folder, story()).write(out);
        }

        assertThat(out.size()).isLessThan(DemoTapeTest.MOST_BYTES);
        Files.write(Path.of(System.getProperty("quarterdeck.tape")), out.toByteArray());
    }

    /** When the company is looked at, and the section of {@code estate.yaml} that comes before. */
    private static SequencedMap<Instant, String> story() {
        var story = new LinkedHashMap<Instant, String>();
        story.put(Instant.parse("2026-11-06T07:00:00Z"), "first");
        story.put(Instant.parse("2026-11-13T07:00:00Z"), "second");
        story.put(Instant.parse("2026-11-20T07:00:00Z"), "third");
        return story;
    }
}
