package dev.quarterdeck.local.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFolderTest {
    private static final Json.Obj RUN = Samples.object("{'format': 1, 'ended_at': '2026-11-23T12:00:00Z'}");

    @TempDir
    private Path folder;

    @Test
    void whatIsCommittedCanBeReadAgain() throws IOException {
        write("a", "b");

        var rows = new ArrayList<String>();
        FactFolder.open(folder, "--in").rows(FactFile.RESOURCES, row -> rows.add(row.text()));
        assertThat(rows).containsExactly("{\"name\":\"a\"}", "{\"name\":\"b\"}");
        assertThat(names()).containsExactly("coverage.ndjson", "edges.ndjson", "resources.ndjson", "run.json");
    }

    @Test
    void whatIsNotCommittedLeavesTheEarlierScanAlone() throws IOException {
        write("a");

        try (OutFolder out = OutFolder.open(folder)) {
            out.add(FactFile.RESOURCES, Samples.object("{'name': 'half'}"));
        }

        assertThat(Files.readString(folder.resolve("resources.ndjson"))).isEqualTo("{\"name\":\"a\"}\n");
        assertThat(names()).containsExactly("coverage.ndjson", "edges.ndjson", "resources.ndjson", "run.json");
    }

    @Test
    void onlyTheOwnerReadsWhatIsWritten() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        write("a");

        assertThat(Files.getPosixFilePermissions(folder.resolve("resources.ndjson")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aSecondScanReplacesTheFirst() throws IOException {
        write("a", "b");
        write("c");

        assertThat(Files.readString(folder.resolve("resources.ndjson"))).isEqualTo("{\"name\":\"c\"}\n");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        write("a");
        Files.writeString(folder.resolve("run.json"), "{\"format\": 2}");

        assertThatThrownBy(() -> FactFolder.open(folder, "--compare"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "--compare: '%s' was written in format 2, and this version reads format 1: scan again", folder);
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        write("a");
        Files.writeString(folder.resolve("resources.ndjson"), "{\"name\":\"a\"}\n{\"name\":");
        FactFolder facts = FactFolder.open(folder, "--in");

        assertThatThrownBy(() -> facts.rows(FactFile.RESOURCES, _ -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("'%s' line 2 cannot be read (".formatted(folder.resolve("resources.ndjson")))
                .hasMessageEndingWith("): scan again");
    }

    private void write(String... names) throws IOException {
        try (OutFolder out = OutFolder.open(folder)) {
            for (String name : names) {
                out.add(FactFile.RESOURCES, Samples.object("{'name': '%s'}".formatted(name)));
            }
            out.commit(RUN);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
