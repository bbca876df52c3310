package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2024-01-02T03:04:05Z, 2024-01-02T03:04:05+00:00",
        "2024-01-02T03:04:05.000Z, 2024-01-02T03:04:05+00:00",
        "2024-01-02T03:04:05.1Z, 2024-01-02T03:04:05.100000+00:00",
        "2024-01-02T03:04:05.1234567Z, 2024-01-02T03:04:05.123456+00:00",
        "2024-01-02T03:04:05.000000+00:00, 2024-01-02T03:04:05+00:00",
        "2024-01-02T03:04:05+02:00, 2024-01-02T01:04:05+00:00",
        "2024-01-02T03:04:05.500-0130, 2024-01-02T04:34:05.500000+00:00",
        "2024-01-02T03:04:05, 2024-01-02T03:04:05+00:00",
        "2024-01-02T03:04Z, 2024-01-02T03:04:00+00:00",
        "2024-01-02 03:04:05Z, 2024-01-02T03:04:05+00:00",
        "2024-01-02, 2024-01-02T00:00:00+00:00",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999000+00:00",
        "1704164645, 2024-01-02T03:04:05+00:00",
        "1704164645.123456, 2024-01-02T03:04:05.123456+00:00",
        "1.704164645123E9, 2024-01-02T03:04:05.123000+00:00",
        "-1.5, 1969-12-31T23:59:58.500000+00:00",
        "0, 1970-01-01T00:00:00+00:00",
    })
    void canonical(String text, String expected) throws IOException {
        assertThat(Timestamps.canonical(text)).isEqualTo(expected);
    }

    @Test
    void readsHttpDates() throws IOException {
        assertThat(Timestamps.canonical("Tue, 02 Jan 2024 03:04:05 GMT")).isEqualTo("2024-01-02T03:04:05+00:00");
        assertThat(Timestamps.canonical("Tue, 2 Jan 2024 03:04:05 GMT")).isEqualTo("2024-01-02T03:04:05+00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2024-13-01T00:00:00+01:00", "2024-01-02T03:04:05.xZ", "1.2.3"})
    void tellsWhatIsNone(String text) {
        assertThatThrownBy(() -> Timestamps.canonical(text))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("not a point in time: '%s'".formatted(text));
    }

    @Test
    void agreesWithItselfInEveryFormat() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-2_000_000_000L, 4_000_000_000L), 1000L * random.nextInt(1_000_000));

            String canonical = Timestamps.canonical(instant);

            assertThat(Timestamps.canonical(Timestamps.iso8601(instant))).isEqualTo(canonical);
            assertThat(Timestamps.parse(canonical)).isEqualTo(instant);
            assertThat(Timestamps.canonical(Timestamps.httpDate(instant)))
                    .isEqualTo(Timestamps.canonical(Instant.ofEpochSecond(instant.getEpochSecond())));
            assertThat(Timestamps.canonical(Timestamps.epoch(instant).toPlainString()))
                    .isEqualTo(canonical);
        }
    }
}
