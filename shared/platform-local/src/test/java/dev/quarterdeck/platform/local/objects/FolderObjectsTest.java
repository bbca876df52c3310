package dev.quarterdeck.platform.local.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.testkit.objects.ObjectsContract;
import dev.quarterdeck.testkit.segments.SegmentContract;
import dev.quarterdeck.testkit.segments.SnapshotContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder does what every store of objects must do, and outlasts a crash at any step. */
class FolderObjectsTest implements ObjectsContract, SegmentContract, SnapshotContract {
    private static final ObjectName NAME = new ObjectName("space/a.txt");

    @TempDir
    private Path folder;

    private @Nullable Objects opened;

    @Override
    public synchronized Objects objects() { // many threads of a test ask for the one store
        if (opened == null) {
            opened = FolderObjects.open(folder);
        }
        return opened;
    }

    @Override
    public void tamper(ObjectName name, byte[] content) {
        try {
            Files.write(folder.resolve(name.value()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String space() {
        return "space";
    }

    private void put(String text) throws IOException {
        objects().put(NAME, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private String read() throws IOException {
        try (InputStream in = objects().get(NAME).orElseThrow()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void aCrashBeforeTheMoveLeavesTheOldObjectSound() throws IOException {
        put("old");
        Path object = folder.resolve(NAME.value());
        var sidecars = new Sidecars();
        sidecars.write(object, sidecars.with(object, "0".repeat(64)));
        assertThat(read()).isEqualTo("old");
    }

    @Test
    void aCrashAfterTheMoveLeavesTheNewObjectSound() throws IOException {
        put("new");
        Path object = folder.resolve(NAME.value());
        var sidecars = new Sidecars();
        sidecars.write(object, sidecars.with(object, "0".repeat(64)));
        assertThat(read()).isEqualTo("new");
        put("newer");
        assertThat(sidecars.read(object)).hasSize(1);
        assertThat(read()).isEqualTo("newer");
    }

    @Test
    void whatACrashLeftUnfinishedIsClearedAndNeverListed() throws IOException {
        put("one");
        Path left = Files.writeString(folder.resolve(".drafts/left"), "half");
        assertThat(FolderObjects.open(folder).list("", Optional.empty()).entries())
                .hasSize(1);
        assertThat(left).doesNotExist();
    }

    @Test
    void filesAreThereAsTheyAreForAnyTool() throws IOException {
        put("plain");
        assertThat(Files.readAllLines(folder.resolve("space/a.txt"))).isEqualTo(List.of("plain"));
    }
}
