package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void leavesWhatWasThereWhereItBreaksOff() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.json"), "before");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half of what ");
                    out.flush();
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage("'%s' cannot be written: No space left on device", file);

        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("accounts.json");
    }

    @Test
    void takesThePlaceOfWhatWasThereEvenBehindALink() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.json"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFile.write(link, out -> out.write("after"));

        assertThat(file).hasContent("after");
        assertThat(link).isSymbolicLink();
        assertThat(names()).containsExactly("accounts.json", "link");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
