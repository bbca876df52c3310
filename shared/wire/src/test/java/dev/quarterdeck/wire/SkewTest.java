package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SkewTest {
    private final FakeTiming timing = new FakeTiming();
    private final Skew skew = new Skew(timing);

    @Test
    void learnsTheTimeAtAHostAndOfThatHostOnly() {
        assertThat(skew.learn("a", "Sun, 01 Mar 2026 13:00:00 GMT")).isTrue();
        timing.pass(Duration.ofMinutes(1));
        assertThat(skew.clock("a").instant()).isEqualTo("2026-03-01T13:01:00Z");
        assertThat(skew.clock("b").instant()).isEqualTo("2026-03-01T12:01:00Z");
    }

    @Test
    void isNotToBlameForRefusalsAtTheRightTime() {
        assertThat(skew.learn("a", "Sun, 01 Mar 2026 12:03:00 GMT")).isFalse();
        assertThat(skew.learn("a", "yesterday")).isFalse();
        assertThat(skew.clock("a").instant()).isEqualTo(FakeTiming.START);
    }

    @Test
    void learnsAnewWhenTheClockIsPutRight() {
        skew.learn("a", "Sun, 01 Mar 2026 11:00:00 GMT");
        assertThat(skew.learn("a", "Sun, 01 Mar 2026 12:00:00 GMT")).isTrue();
        assertThat(skew.clock("a").instant()).isEqualTo(FakeTiming.START);
    }
}
