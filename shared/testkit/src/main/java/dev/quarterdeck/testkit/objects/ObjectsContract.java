package dev.quarterdeck.testkit.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of objects must do. A test of an engine implements this and says how to reach the engine. */
public interface ObjectsContract {
    Objects objects();

    /** Changes a stored object's content behind the back of the engine. */
    void tamper(ObjectName name, byte[] content);

    /** A folder that no other case uses. */
    String space();

    private ObjectName name(String file) {
        return new ObjectName(space() + "/" + file);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private Optional<String> read(ObjectName name) throws IOException {
        Optional<InputStream> found = objects().get(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(new String(in.readAllBytes(), UTF_8));
        }
    }

    private List<String> names(String prefix) {
        var names = new ArrayList<String>();
        Optional<ObjectName> after = Optional.empty();
        do {
            ObjectListing page = objects().list(prefix, after);
            page.entries().forEach(entry -> names.add(entry.name().value().substring(space().length() + 1)));
            after = page.next();
        } while (after.isPresent());
        return names;
    }

    @Test
    default void anObjectThatWasNeverPutIsNotThere() throws IOException {
        assertThat(read(name("a.txt"))).isEmpty();
        assertThat(objects().range(name("a.txt"), 0, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 1_000_000, 20_000_000})
    default void anObjectIsReadAsItWasPut(int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        objects().put(name("a.bin"), new ByteArrayInputStream(bytes));
        try (InputStream in = objects().get(name("a.bin")).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    default void putReplaces() throws IOException {
        objects().put(name("a.txt"), content("one, and long"));
        objects().put(name("a.txt"), content("two"));
        assertThat(read(name("a.txt"))).contains("two");
    }

    @Test
    default void createDoesNotReplace() throws IOException {
        assertThat(objects().create(name("a.txt"), content("one"))).isTrue();
        assertThat(objects().create(name("a.txt"), content("two"))).isFalse();
        assertThat(read(name("a.txt"))).contains("one");
    }

    @Test
    default void ofManyWhoCreateOneDoes() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> creators = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> objects().create(name("a.txt"), content("writer " + i)))
                    .toList();
            long created = 0;
            for (var creator : threads.invokeAll(creators)) {
                created += creator.get() ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(read(name("a.txt")).orElseThrow()).matches("writer [0-7]");
    }

    @Test
    default void aSourceThatFailsLeavesWhatWasThere() throws IOException {
        objects().put(name("a.txt"), content("one"));
        InputStream failing = new SequenceInputStream(content("half of"), new Failing());
        assertThatThrownBy(() -> objects().put(name("a.txt"), failing))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(read(name("a.txt"))).contains("one");
        assertThat(names(space())).containsExactly("a.txt");
    }

    @Test
    default void whatIsDamagedFailsAtItsEnd() throws IOException {
        objects().put(name("a.txt"), content("one hundred"));
        tamper(name("a.txt"), "one hundreD".getBytes(UTF_8));
        assertThatThrownBy(() -> read(name("a.txt")))
                .isInstanceOf(DamagedObjectException.class)
                .hasMessageContaining(name("a.txt").value());
    }

    @Test
    default void whatIsCutShortFailsAtItsEnd() throws IOException {
        objects().put(name("a.txt"), content("one hundred"));
        tamper(name("a.txt"), "one".getBytes(UTF_8));
        assertThatThrownBy(() -> read(name("a.txt"))).isInstanceOf(DamagedObjectException.class);
    }

    @Test
    default void partsAreRead() throws IOException {
        objects().put(name("a.txt"), content("0123456789"));
        assertThat(objects().range(name("a.txt"), 0, 4)).contains("0123".getBytes(UTF_8));
        assertThat(objects().range(name("a.txt"), 3, 2)).contains("34".getBytes(UTF_8));
        assertThat(objects().range(name("a.txt"), 8, 9)).contains("89".getBytes(UTF_8));
        assertThat(objects().range(name("a.txt"), 10, 1)).contains(new byte[0]);
        assertThat(objects().range(name("a.txt"), 99, 1)).contains(new byte[0]);
    }

    @Test
    default void objectsAreListedInTheOrderOfTheirNames() throws IOException {
        for (String file : List.of("b.txt", "a/c.txt", "a-b.txt", "a/b/c.txt", "a.txt", "a_b.txt", "ab.txt")) {
            objects().put(name(file), content(file));
        }
        assertThat(names(space() + "/"))
                .containsExactly("a-b.txt", "a.txt", "a/b/c.txt", "a/c.txt", "a_b.txt", "ab.txt", "b.txt");
        assertThat(names(space() + "/a/")).containsExactly("a/b/c.txt", "a/c.txt");
        assertThat(names(space() + "/a/b")).containsExactly("a/b/c.txt");
        assertThat(names(space() + "/ab")).containsExactly("ab.txt");
        assertThat(names(space() + "/nothing/here")).isEmpty();
        assertThat(objects().list(space() + "/ab", Optional.empty()).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.name()).isEqualTo(name("ab.txt"));
                    assertThat(entry.size()).isEqualTo(6);
                    assertThat(entry.written()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
                });
    }

    @Test
    default void aListingGoesOnAfterAName() throws IOException {
        for (String file : List.of("a.txt", "b.txt", "c.txt")) {
            objects().put(name(file), content(file));
        }
        assertThat(objects().list(space() + "/", Optional.of(name("a.txt"))).entries())
                .extracting(entry -> entry.name().value())
                .containsExactly(name("b.txt").value(), name("c.txt").value());
    }

    @Test
    default void whatIsDeletedIsGone() throws IOException {
        objects().put(name("a.txt"), content("one"));
        objects().delete(name("a.txt"));
        objects().delete(name("a.txt"));
        assertThat(read(name("a.txt"))).isEmpty();
        assertThat(names(space())).isEmpty();
        assertThat(objects().create(name("a.txt"), content("two"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a/b",
                "/a.txt",
                "a//b.txt",
                "../a.txt",
                "a/../b.txt",
                ".a.txt",
                "a/.b.txt",
                "A.txt",
                "a b.txt",
                "a.b/c.txt",
                "a.txt/",
                "\u00e4.txt",
                "a\\b.txt",
                "a.txt\n"
            })
    default void aNameIsAFileInFolders(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectName(name));
    }

    /** A stream that breaks. */
    final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
