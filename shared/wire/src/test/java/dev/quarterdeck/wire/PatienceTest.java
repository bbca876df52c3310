package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Limiter.Cell CELL = new Limiter.Cell("1", "eu-west-1", "ec2", "");
    private static final Limiter.Cell OTHER = new Limiter.Cell("1", "eu-west-1", "sqs", "");
    private static final Patience.Trouble BROKEN = new Patience.Trouble(false, false, Duration.ZERO);
    private static final Patience.Trouble THROTTLED = new Patience.Trouble(true, false, Duration.ZERO);

    private final FakeTiming timing = new FakeTiming();
    private final Patience patience = new Patience(timing, Duration.ofMinutes(1));

    private Optional<Duration> pause(Patience.Trouble trouble, int retries) {
        return patience.pause(CELL, trouble, retries, Duration.ZERO);
    }

    @Test
    void waitsLongerEachTimeAndGivesUp() {
        // Half of 100 ms, 200 ms, …: the test's chance is always one half.
        assertThat(pause(BROKEN, 0)).contains(Duration.ofMillis(50));
        assertThat(pause(BROKEN, 1)).contains(Duration.ofMillis(100));
        assertThat(pause(BROKEN, 3)).contains(Duration.ofMillis(400));
        assertThat(pause(BROKEN, 4)).isEmpty();
        assertThat(pause(THROTTLED, 4)).contains(Duration.ofSeconds(4));
        assertThat(pause(THROTTLED, 7)).contains(Duration.ofSeconds(10));
        assertThat(pause(THROTTLED, 8)).isEmpty();
    }

    @Test
    void waitsNoLessThanAwsAsksFor() {
        assertThat(pause(new Patience.Trouble(true, false, Duration.ofSeconds(7)), 0))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void doesNotWaitForWhatComesTooLate() {
        assertThat(pause(new Patience.Trouble(true, false, Duration.ofMinutes(2)), 0))
                .isEmpty();
        assertThat(patience.pause(CELL, BROKEN, 0, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void endsRetryingWhereNothingSucceedsAndLeavesOthersAlone() {
        int paid = 0;
        while (pause(BROKEN, 0).isPresent()) {
            paid++;
        }
        assertThat(paid).isEqualTo(100);
        assertThat(patience.pause(OTHER, BROKEN, 0, Duration.ZERO)).isPresent();
        for (int i = 0; i < 5; i++) {
            patience.succeeded(CELL, 0);
        }
        assertThat(pause(BROKEN, 0)).isPresent();
        assertThat(pause(BROKEN, 0)).isEmpty();
        patience.succeeded(CELL, 1);
        assertThat(pause(BROKEN, 0))
                .as("a retry that helped gives back what it cost")
                .isPresent();
    }

    @Test
    void readsEveryWayOfAskingForAPause() {
        Backoff backoff = patience.backoff();
        assertThat(backoff.askedFor(Optional.of("120"), Optional.empty())).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.askedFor(Optional.of("Sun, 01 Mar 2026 12:00:09 GMT"), Optional.empty()))
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(backoff.askedFor(Optional.of("120"), Optional.of("1500"))).isEqualTo(Duration.ofMillis(1500));
        assertThat(backoff.askedFor(Optional.of("soon"), Optional.of("-3"))).isZero();
        assertThat(backoff.askedFor(Optional.of("Sun, 01 Mar 2026 11:00:00 GMT"), Optional.empty()))
                .isZero();
    }
}
