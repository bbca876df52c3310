package dev.quarterdeck.inventory.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When expressions are due, also where clocks are changed. */
class TimingTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T00:10:00Z");

    private static List<String> next(String expression, String zone, String after, int most) {
        Timing timing = Timing.parse(expression);
        ZoneId where = ZoneId.of(zone);
        return Stream.iterate(
                        timing.next(Instant.parse(after), where, SINCE),
                        Optional::isPresent,
                        due -> due.flatMap(last -> timing.next(last, where, SINCE)))
                .limit(most)
                .map(due -> due.orElseThrow().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(6 hours)                 | 2026-01-01T00:10:00Z | 2026-01-01T06:10:00Z 2026-01-01T12:10:00Z
            rate(1 day)                   | 2026-01-05T12:00:00Z | 2026-01-06T00:10:00Z 2026-01-07T00:10:00Z
            cron(0 8 * * ? *)             | 2026-01-01T08:00:00Z | 2026-01-02T08:00:00Z 2026-01-03T08:00:00Z
            cron(0/15 9-10 ? * MON-FRI *) | 2026-01-02T10:40:00Z | 2026-01-02T10:45:00Z 2026-01-05T09:00:00Z
            cron(5,35 14 ? * 1,7 *)       | 2026-01-03T14:05:00Z | 2026-01-03T14:35:00Z 2026-01-04T14:05:00Z
            cron(0 0 L * ? *)             | 2026-01-31T00:00:00Z | 2026-02-28T00:00:00Z 2026-03-31T00:00:00Z
            cron(0 0 1W * ? *)            | 2026-01-31T00:00:00Z | 2026-02-02T00:00:00Z 2026-03-02T00:00:00Z
            cron(0 0 31W * ? *)           | 2026-01-01T00:00:00Z | 2026-01-30T00:00:00Z 2026-02-27T00:00:00Z
            cron(0 9 ? * 2#1 *)           | 2026-01-05T09:00:00Z | 2026-02-02T09:00:00Z 2026-03-02T09:00:00Z
            cron(0 9 ? * FRIL *)          | 2026-01-30T09:00:00Z | 2026-02-27T09:00:00Z 2026-03-27T09:00:00Z
            cron(0 0 29 FEB ? *)          | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z 2032-02-29T00:00:00Z
            cron(0 0 1 1 ? 2027-2028)     | 2026-01-01T00:00:00Z | 2027-01-01T00:00:00Z 2028-01-01T00:00:00Z
            """)
    void isDueAsEventBridgeSaysInUtc(String expression, String after, String due) {
        assertThat(next(expression, "UTC", after, 2)).containsExactly(due.split(" "));
    }

    /** 2026-03-29, 02:00 to 03:00 is not in Zurich; 2026-10-25, 02:00 to 03:00 is twice. */
    @Test
    void whatClocksLeaveOutIsLeftOutAndWhatComesTwiceCountsOnce() {
        assertThat(next("cron(30 2 * * ? *)", "Europe/Zurich", "2026-03-27T12:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z");
        assertThat(next("cron(30 2 * * ? *)", "Europe/Zurich", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(next("cron(0 * 25 10 ? 2026)", "Europe/Zurich", "2026-10-24T23:30:00Z", 3))
                .containsExactly("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z");
        assertThat(next("at(2026-03-29T02:30:00)", "Europe/Zurich", "2026-01-01T00:00:00Z", 1))
                .isEmpty();
    }

    @Test
    void aRateKnowsNoClocksAndOnceIsOnce() {
        assertThat(next("rate(12 hours)", "Europe/Zurich", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-28T12:10:00Z", "2026-03-29T00:10:00Z");
        assertThat(next("at(2026-12-01T08:00:00)", "Europe/Zurich", "2026-01-01T00:00:00Z", 5))
                .containsExactly("2026-12-01T07:00:00Z");
        assertThat(next("at(2026-12-01T08:00:00)", "UTC", "2026-12-01T08:00:00Z", 5))
                .isEmpty();
        assertThat(next("cron(0 0 30 2 ? *)", "UTC", "2026-01-01T00:00:00Z", 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every day",
                "rate(0 minutes)",
                "rate(1 hours)",
                "rate(2 hour)",
                "rate(2 weeks)",
                "cron(0 8 * * * *)",
                "cron(0 8 ? * ? *)",
                "cron(0 8 * * ?)",
                "cron(60 8 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 8 0 * ? *)",
                "cron(0 8 ? * 8 *)",
                "cron(0 8 ? * MON#6 *)",
                "cron(0 8 5-1 * ? *)",
                "cron(0/0 8 * * ? *)",
                "cron(1/2/3 8 * * ? *)",
                "cron(0 8 * XYZ ? *)",
                "cron(0 8 * * ? 1969)",
                "at(2026-13-01T00:00:00)",
                "at(tomorrow)"
            })
    void refusesWhatIsNoTime(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> Timing.parse(expression));
    }
}
