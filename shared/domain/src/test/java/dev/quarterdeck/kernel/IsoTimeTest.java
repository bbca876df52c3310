package dev.quarterdeck.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @Test
    void writesWhatJavaWritesAndReadsItAgain() {
        var random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            long unit = new long[] {1, 1_000, 1_000_000, 1_000_000_000}[round % 4];
            Instant time = Instant.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1_000_000_000) / unit * unit);

            assertThat(IsoTime.text(time)).isEqualTo(time.toString());
            assertThat(IsoTime.parse(time.toString())).contains(time);
        }
        assertThat(IsoTime.text(Instant.MAX)).isEqualTo(Instant.MAX.toString());
        assertThat(IsoTime.text(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29T23:59:59+00:00", "2024-01-02T03:04:05.5Z", "2024-01-02T03:04:05.123456+00:00"})
    void readsWhatJavaReads(String text) {
        assertThat(IsoTime.parse(text)).contains(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-01-02",
                "2024-02-30T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-01-02T24:00:00Z",
                "2024-01-02T03:60:05Z",
                "2024-01-02T03:04:60Z",
                "2024-01-02T03:04:05",
                "2024-01-02T03:04:05.Z",
                "2024-01-02T03:04:05,5Z",
                "2024-01-02T03:04:05.1234567890Z",
                "2024-01-02T03:04:05+02:00",
                "2024-01-02 03:04:05Z",
                "٢٠٢٤-01-02T03:04:05Z",
            })
    void leavesAllElseToOthers(String text) {
        assertThat(IsoTime.parse(text)).isEmpty();
    }
}
