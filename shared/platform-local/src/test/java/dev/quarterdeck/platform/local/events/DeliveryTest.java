package dev.quarterdeck.platform.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.events.Delivery;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.EventHandler;
import dev.quarterdeck.kernel.events.NewestOnly;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.CrashingTable;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However events arrive and whenever the process dies: every handler gets each, and copies equal what they copy. */
class DeliveryTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private SqliteTable table;

    @BeforeEach
    void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    private static final class Recorder implements EventHandler {
        private final List<String> seen = new ArrayList<>();
        private final int failures;

        Recorder(int failures) {
            this.failures = failures;
        }

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public boolean wants(String type) {
            return true;
        }

        @Override
        public void handle(DomainEvent event) {
            seen.add(event.id());
            if (seen.size() <= failures) {
                throw new IllegalStateException("not today");
            }
        }
    }

    private void happen(Ledger ledger, int changes) {
        for (int i = 0; i < changes; i++) {
            ledger.change("thing" + i % 5, i);
        }
    }

    @Test
    void anEventIsDeliveredOnceIfNothingGoesWrong() {
        var recorder = new Recorder(0);
        happen(new Ledger(table, clock), 7);
        var delivery = new Delivery(table, List.of(recorder), clock);
        assertThat(delivery.sweep()).isEqualTo(7);
        assertThat(recorder.seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(delivery.sweep()).isZero();
    }

    @Test
    void anEventIsDeliveredByItsRowAndOtherRowsAreNone() {
        var recorder = new Recorder(0);
        happen(new Ledger(table, clock), 2);
        var delivery = new Delivery(table, List.of(recorder), clock);

        assertThat(delivery.deliver(new Key("event#thing0-1", "event"))).isTrue();
        assertThat(delivery.deliver(new Key("event#thing0-1", "event"))).isFalse();
        assertThat(delivery.deliver(new Key("thing1-1", "event"))).isFalse();
        assertThat(recorder.seen).containsExactly("thing0-1");
    }

    @Test
    void anEventThatNobodyWantsLeavesTheOutbox() {
        happen(new Ledger(table, clock), 1);
        assertThat(new Delivery(table, List.of(), clock).sweep()).isEqualTo(1);
        assertThat(new Delivery(table, List.of(), clock).sweep()).isZero();
    }

    @Test
    void whatFailsIsTriedAgainLaterEachTimeAfterTwiceAsLong() {
        var recorder = new Recorder(3);
        happen(new Ledger(table, clock), 1);
        var delivery = new Delivery(table, List.of(recorder), clock);
        for (int wait = 1; wait <= 4; wait *= 2) {
            int before = recorder.seen.size();
            assertThat(delivery.sweep()).isZero();
            assertThat(recorder.seen).hasSize(before + 1);
            clock.advance(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(delivery.sweep()).isZero();
            assertThat(recorder.seen).hasSize(before + 1);
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(delivery.sweep()).isEqualTo(1);
        assertThat(delivery.sweep()).isZero();
    }

    @Test
    void whoHasHandledAnEventIsNotToldAgainForAnother() {
        var ledger = new Ledger(table, clock);
        var failing = new Recorder(1);
        var copies = new ArrayList<String>();
        EventHandler counting = new Counter(copies);
        happen(ledger, 1);
        var delivery = new Delivery(table, List.of(counting, failing), clock);
        delivery.sweep();
        clock.advance(Duration.ofSeconds(1));
        assertThat(delivery.sweep()).isEqualTo(1);
        assertThat(copies).containsExactly("thing0-1");
        assertThat(failing.seen).containsExactly("thing0-1", "thing0-1");
    }

    /** Counts what it is told. */
    private record Counter(List<String> told) implements EventHandler {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public boolean wants(String type) {
            return true;
        }

        @Override
        public void handle(DomainEvent event) {
            told.add(event.id());
        }
    }

    @Test
    void whatFailsTooOftenIsGivenUpUntilItIsSentAgain() {
        var recorder = new Recorder(8);
        happen(new Ledger(table, clock), 1);
        var delivery = new Delivery(table, List.of(recorder), clock);
        for (int i = 0; i < 20; i++) {
            delivery.sweep();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(recorder.seen).hasSize(8);
        var givenUp = delivery.givenUp(10);
        assertThat(givenUp).hasSize(1);
        assertThat(givenUp.getFirst().event().id()).isEqualTo("thing0-1");
        assertThat(givenUp.getFirst().failures()).isEqualTo(8);
        assertThat(givenUp.getFirst().why()).isEqualTo("recorder: java.lang.IllegalStateException: not today");

        assertThat(delivery.redrive("thing0-1")).isTrue();
        assertThat(delivery.redrive("thing0-1")).isFalse();
        assertThat(delivery.givenUp(10)).isEmpty();
        assertThat(delivery.sweep()).isEqualTo(1);
        assertThat(recorder.seen).hasSize(9);
        assertThat(delivery.redrive("thing0-1")).isFalse();
    }

    @Test
    void anEventIsWrittenOnceOrNotAtAll() {
        var ledger = new Ledger(table, clock);
        DomainEvent event = ledger.event("thing", 1);
        assertThat(table.write(Outbox.entry(event)).done()).isTrue();
        assertThat(table.write(Outbox.entry(event)).done()).isFalse();
    }

    @RepeatedTest(20)
    @Tag("F04")
    void shuffledDoubledAndLateEventsEndInTheSameState(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        var random = new Random(seed);
        Table unsettled = new UnsettledTable(table, clock, seed);
        var ledger = new Ledger(unsettled, clock);
        var delivery = new Delivery(unsettled, List.of(new NewestOnly(ledger.copier(), unsettled)), clock);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            String thing = "thing" + random.nextInt(5);
            ledger.change(thing, i);
            ids.add(thing + "-"
                    + table.get(new Key("things", thing)).orElseThrow().version());
            if (random.nextInt(4) == 0) {
                Collections.shuffle(ids, random);
                ids.subList(0, random.nextInt(ids.size())).forEach(delivery::deliver);
            }
        }
        Collections.shuffle(ids, random);
        ids.forEach(delivery::deliver);
        settle(delivery);
        assertThat(ledger.copies()).isEqualTo(ledger.things());
    }

    private static void settle(Delivery delivery) {
        for (int quiet = 0; quiet < 20; ) {
            quiet = delivery.sweep() == 0 ? quiet + 1 : 0;
        }
    }

    @Test
    void aCrashBetweenAnyTwoStepsLosesNoEvent() {
        boolean crashed = true;
        int crashAt = 0;
        for (; crashed; crashAt++) {
            var things = new Ledger(table, clock);
            things.change("a", crashAt);
            things.change("b", crashAt);
            var recorder = new Recorder(1);
            crashed = crashes(new CrashingTable(table, crashAt), recorder);
            clock.advance(Duration.ofHours(1));
            var ledger = new Ledger(table, clock);
            new Delivery(table, List.of(new NewestOnly(ledger.copier(), table), recorder), clock).sweep();
            assertThat(ledger.copies()).as("crash at %d", crashAt).isEqualTo(ledger.things());
            assertThat(recorder.seen).as("crash at %d", crashAt).contains("a-" + (crashAt + 1), "b-" + (crashAt + 1));
            assertThat(new Delivery(table, List.of(), clock).sweep())
                    .as("left in the outbox")
                    .isZero();
        }
        assertThat(crashAt).isGreaterThan(20);
    }

    private boolean crashes(Table crashing, EventHandler recorder) {
        var ledger = new Ledger(crashing, clock);
        try {
            new Delivery(crashing, List.of(new NewestOnly(ledger.copier(), crashing), recorder), clock).sweep();
            return false;
        } catch (CrashingTable.Crash _) {
            return true;
        }
    }

    @Test
    void theDispatcherDeliversWhatItIsWokenFor() throws InterruptedException {
        var told = new CountDownLatch(3);
        EventHandler handler = new EventHandler() {
            @Override
            public String name() {
                return "latch";
            }

            @Override
            public boolean wants(String type) {
                return true;
            }

            @Override
            public void handle(DomainEvent event) {
                told.countDown();
            }
        };
        try (var dispatcher = Dispatcher.start(new Delivery(table, List.of(handler), clock), Duration.ofHours(1))) {
            happen(new Ledger(table, clock), 3);
            dispatcher.wake();
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(new Delivery(table, List.of(), clock).sweep()).isZero();
    }
}
