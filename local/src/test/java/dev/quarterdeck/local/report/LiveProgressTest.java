package dev.quarterdeck.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.scan.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private static final Progress HALF = new Progress(
            new Progress.Part(1, 3),
            new Progress.Part(2, 9),
            new Progress.Part(50, 100),
            1_926,
            new Progress.Requests(1_965, 4),
            Optional.of(Duration.ofSeconds(17)));

    private final StringWriter text = new StringWriter();

    @Test
    void isOneLineDrawnAgainOnATerminal() {
        var live = new LiveProgress(new PrintWriter(text), Screen.of(true, true, 140, Map.of()));
        live.show(HALF, Duration.ofMillis(12_345));
        live.clear();

        assertThat(text.toString())
                .isEqualTo(
                        "\r\u001b[K██████████░░░░░░░░░░ 1/3 accounts · 2/9 regions · 50/100 areas · 1,926 resources · 1,965 calls (4 throttled)"
                                + " · 12 s · about 17 s left\r\u001b[K");
    }

    @Test
    void isNeverWiderThanTheTerminal() {
        new LiveProgress(new PrintWriter(text), Screen.of(true, true, 60, Map.of())).show(HALF, Duration.ZERO);

        assertThat(text.toString().replace("\r\u001b[K", "")).hasSize(59);
    }

    @Test
    void isAPlainLineEveryTenSecondsElsewhere() {
        var live = new LiveProgress(new PrintWriter(text), Screen.NONE);
        for (int second = 0; second <= 25; second++) {
            live.show(HALF, Duration.ofSeconds(second));
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "1/3 accounts · 2/9 regions · 50/100 areas · 1,926 resources · 1,965 calls (4 throttled) · 10 s · about 17 s left",
                        "1/3 accounts · 2/9 regions · 50/100 areas · 1,926 resources · 1,965 calls (4 throttled) · 20 s · about 17 s left");
    }
}
