package dev.quarterdeck.testkit.segments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import dev.quarterdeck.collect.segments.Entry;
import dev.quarterdeck.collect.segments.Segment;
import dev.quarterdeck.collect.segments.SegmentWriter;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One layout for a folder and for S3: what is written is read as it was, in part and whole, or said to be damaged. */
public interface SegmentContract {
    Objects objects();

    /** Changes a stored object's content behind the back of the engine. */
    void tamper(ObjectName name, byte[] content);

    /** A folder that no other case uses. */
    String space();

    private ObjectName name(String file) {
        return new ObjectName("%s/%s.ndjson.zst".formatted(space(), file));
    }

    private SegmentRef written(String file, List<Sample> samples, List<Sample> gone) throws IOException {
        try (SegmentWriter writer = SegmentWriter.begin()) {
            for (Sample sample : samples) {
                sample.into(writer);
            }
            gone.forEach(sample -> writer.gone(sample.uid()));
            return writer.finish(objects(), name(file));
        }
    }

    private byte[] stored(ObjectName name) throws IOException {
        try (InputStream in = objects().get(name).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private static List<Json> rows(Segment segment) throws IOException {
        var rows = new ArrayList<Json>();
        segment.rows(_ -> true, (_, row) -> rows.add(row.json()));
        return rows;
    }

    private static List<Json> json(List<Sample> samples) {
        return samples.stream().<Json>map(Sample::row).toList();
    }

    @Test
    default void aRowIsFoundByItsName() throws IOException {
        List<Sample> samples = Sample.some(3000, new Random(1));
        Segment segment = Segment.open(objects(), written("found", samples, List.of()));

        for (Sample sample : samples.subList(1000, 1040)) {
            Entry entry = segment.entry(sample.uid()).orElseThrow();
            assertThat(entry.content()).isEqualTo(sample.content());
            assertThat(entry.whole()).isEqualTo(sample.whole());
            assertThat(segment.row(entry)).isEqualTo(sample.row());
        }
    }

    @Test
    default void rowsComeInTheOrderInWhichTheyWereWritten() throws IOException {
        List<Sample> samples = Sample.some(3000, new Random(2));
        SegmentRef ref = written("order", samples, List.of());

        assertThat(rows(Segment.open(objects(), ref))).isEqualTo(json(samples));
        assertThat(ref.rows()).isEqualTo(3000);
        assertThat(ref.size()).isEqualTo(stored(ref.name()).length);
    }

    @Test
    default void onlyRowsThatAreWantedAreRead() throws IOException {
        List<Sample> samples = Sample.some(500, new Random(3));
        Segment segment = Segment.open(objects(), written("wanted", samples, List.of()));
        Uid wanted = samples.get(321).uid();

        var rows = new ArrayList<Json>();
        segment.rows(entry -> entry.uid().equals(wanted), (_, row) -> rows.add(row.json()));

        assertThat(rows).containsExactly(samples.get(321).row());
    }

    @Test
    default void whatIsNotThereIsNotFoundAndWhatIsGoneIsSaid() throws IOException {
        List<Sample> samples = Sample.some(10, new Random(4));
        SegmentRef ref = written("gone", samples.subList(0, 5), samples.subList(5, 9));
        Segment segment = Segment.open(objects(), ref);

        assertThat(segment.entry(samples.get(9).uid())).isEmpty();
        assertThat(segment.entry(samples.get(5).uid())).isEmpty();
        assertThat(samples).filteredOn(sample -> segment.gone(sample.uid())).isEqualTo(samples.subList(5, 9));
        assertThat(ref.gone()).isEqualTo(4);
    }

    @Test
    default void aSegmentMayBeEmpty() throws IOException {
        Segment segment = Segment.open(objects(), written("empty", List.of(), List.of()));

        assertThat(rows(segment)).isEmpty();
        assertThat(segment.entry(Sample.some(1, new Random(5)).getFirst().uid()))
                .isEmpty();
    }

    @Test
    default void anyReaderOfZstandardReadsTheRows() throws IOException {
        List<Sample> samples = Sample.some(2000, new Random(6));
        SegmentRef ref = written("plain", samples, List.of());

        try (var plain = new ZstdInputStream(objects().get(ref.name()).orElseThrow())) {
            assertThat(new String(plain.readAllBytes(), UTF_8).lines().map(Json::parse))
                    .isEqualTo(json(samples));
        }
    }

    @Test
    default void aResourceHasOneRow() throws IOException {
        Sample sample = Sample.some(1, new Random(7)).getFirst();
        try (SegmentWriter writer = SegmentWriter.begin()) {
            sample.into(writer);

            assertThatIllegalArgumentException().isThrownBy(() -> sample.into(writer));
        }
    }

    @Test
    default void whatWasBegunAndNotFinishedIsNotThere() throws IOException {
        try (SegmentWriter writer = SegmentWriter.begin()) {
            Sample.some(1, new Random(8)).getFirst().into(writer);
        }

        assertThat(objects().list(space() + "/", Optional.empty()).entries()).isEmpty();
    }

    @Test
    default void aNameIsTakenOnce() throws IOException {
        SegmentRef ref = written("once", Sample.some(3, new Random(9)), List.of());
        byte[] before = stored(ref.name());

        assertThatThrownBy(() -> written("once", List.of(), List.of())).isInstanceOf(IllegalStateException.class);

        assertThat(stored(ref.name())).isEqualTo(before);
    }

    /** Nothing else than what was written ever comes out of it, whichever bit is not as it was. */
    @Test
    default void aFlippedBitIsFoundOrOfNoAccount() throws IOException {
        List<Sample> samples = Sample.some(300, new Random(10));
        SegmentRef ref = written("flipped", samples, samples.subList(0, 0));
        byte[] whole = stored(ref.name());
        var random = new Random(11);
        int found = 0;
        for (int i = 0; i < 40; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            tamper(ref.name(), flipped);
            try {
                assertThat(rows(Segment.open(objects(), ref))).isEqualTo(json(samples));
            } catch (DamagedObjectException e) {
                assertThat(e).hasMessageContaining(ref.name().value());
                found++;
            }
        }
        assertThat(found)
                .as("only the head of the directory's frame is not read")
                .isGreaterThan(35);
    }

    @Test
    default void aSegmentThatWasCutOffOrTakenAwayIsSaidToBeDamaged() throws IOException {
        SegmentRef ref = written("cut", Sample.some(300, new Random(12)), List.of());
        byte[] whole = stored(ref.name());
        for (int length : List.of(0, 1, whole.length / 2, whole.length - 1)) {
            tamper(ref.name(), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Segment.open(objects(), ref)).isInstanceOf(DamagedObjectException.class);
        }
        objects().delete(ref.name());

        assertThatThrownBy(() -> Segment.open(objects(), ref)).isInstanceOf(DamagedObjectException.class);
    }
}
