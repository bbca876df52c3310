package dev.quarterdeck.platform.local.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scheduling.DueSchedules;
import dev.quarterdeck.inventory.scheduling.Schedule;
import dev.quarterdeck.inventory.scheduling.ScheduleId;
import dev.quarterdeck.inventory.scheduling.Schedules;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What schedules begin: once each time, and what was missed as is said. */
class SchedulesTest {
    private static final Attribution HUB = Attribution.hub("test");
    private static final ScheduleId ID = new ScheduleId("often");

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

    private Schedules schedules(Table some) {
        return new Schedules(some, new AuditLog(some, clock));
    }

    private DueSchedules due(Table some) {
        return new DueSchedules(schedules(some), new Scans(some, clock), some, clock);
    }

    private void add(String expression, String account) {
        var when = new Schedule.When(expression, ZoneId.of("UTC"));
        var scope = ScanScope.of(new AccountId(account));
        schedules(table).add(Schedule.beginning(ID, when, scope, true, clock.instant()), HUB);
    }

    private List<String> begin() {
        return due(table).begin(HUB).stream().map(ScanId::value).toList();
    }

    private void over() {
        var scans = new Scans(table, clock);
        scans.unfinished()
                .forEach(scan -> scans.close(scan.id(), scan.progress().run()));
    }

    private Optional<Schedule.Last> last() {
        return schedules(table).find(ID).orElseThrow().schedule().course().last();
    }

    @Test
    void beginsAScanWhenItIsDueAndNotBefore() {
        add("rate(6 hours)", "111122223333");

        clock.advance(Duration.ofHours(6).minusSeconds(1));
        assertThat(begin()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(begin()).containsExactly("often-20260101-0600");
        assertThat(begin()).isEmpty();

        Scan scan =
                new Scans(table, clock).find(new ScanId("often-20260101-0600")).orElseThrow();
        assertThat(scan.trigger()).isEqualTo("schedule:often");
        assertThat(scan.scope()).isEqualTo(ScanScope.of(new AccountId("111122223333")));
        assertThat(scan.isRepeated()).isTrue();
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwritten() {
        add("rate(6 hours)", "111122223333");
        Schedules.Kept read = schedules(table).find(ID).orElseThrow();
        schedules(table).replace(read, schedule -> schedule.enabled(false, clock.instant()), HUB);

        assertThatThrownBy(() -> schedules(table).replace(read, schedule -> schedule, HUB))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(new Failure.Stale("schedule", "often")));
        assertThat(schedules(table).find(ID).orElseThrow().schedule().enabled()).isFalse();
    }

    @Test
    void whatAHubMissedItDoesOnce() {
        add("rate(6 hours)", "111122223333");

        clock.advance(Duration.ofHours(40));

        assertThat(begin()).containsExactly("often-20260102-1200");
        assertThat(begin()).isEmpty();
        assertThat(schedules(table).find(ID).orElseThrow().schedule().course().next())
                .contains(Instant.parse("2026-01-02T18:00:00Z"));
    }

    @Test
    void whatIsDoneOnceIsDoneAnHourLateAndNoLater() {
        add("at(2026-01-01T10:00:00)", "111122223333");
        clock.advance(Duration.ofHours(11));
        assertThat(begin()).containsExactly("often-20260101-1000");

        schedules(table).remove(schedules(table).find(ID).orElseThrow(), HUB);
        add("at(2026-01-01T20:00:00)", "111122223333");
        clock.advance(Duration.ofHours(10).plusSeconds(1));

        assertThat(begin()).isEmpty();
        assertThat(last()).contains(new Schedule.Last(Instant.parse("2026-01-01T20:00:00Z"), Optional.empty()));
        assertThat(begin()).isEmpty();
    }

    @Test
    void aScanOfTheSameThatIsUnderWayIsTheAnswer() {
        add("rate(1 hour)", "111122223333");
        clock.advance(Duration.ofHours(1));
        begin();
        clock.advance(Duration.ofHours(1));

        assertThat(begin()).containsExactly("often-20260101-0100");
        assertThat(last())
                .contains(new Schedule.Last(Instant.parse("2026-01-01T02:00:00Z"), Optional.of("often-20260101-0100")));
    }

    @Test
    void whatIsHeldBeginsNothingAndMakesUpForNothing() {
        add("rate(1 hour)", "111122223333");
        var held = schedules(table);
        held.replace(held.find(ID).orElseThrow(), one -> one.enabled(false, clock.instant()), HUB);
        clock.advance(Duration.ofHours(5).plusMinutes(1));
        assertThat(begin()).isEmpty();

        held.replace(held.find(ID).orElseThrow(), one -> one.enabled(true, clock.instant()), HUB);

        assertThat(begin()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(begin()).containsExactly("often-20260101-0600");
    }

    @Test
    void theOneThatEveryHubBeginsWithIsMadeOnce() {
        var usual = Schedule.beginning(
                ID, new Schedule.When("rate(6 hours)", ZoneId.of("UTC")), ScanScope.ALL, true, clock.instant());

        assertThat(schedules(table).addDefault(usual, HUB)).isTrue();
        schedules(table).remove(schedules(table).find(ID).orElseThrow(), HUB);

        assertThat(schedules(table).addDefault(usual, HUB)).isFalse();
        assertThat(schedules(table).all()).isEmpty();
    }

    /** Two hubs at one table, looking when they like, one of them away now and then: each time counts once. */
    @RepeatedTest(5)
    void neverTwiceWhoeverLooksAndWhen(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        add("cron(0/10 * * * ? *)", "111122223333");
        List<DueSchedules> hubs = IntStream.range(0, 2)
                .mapToObj(i -> due(new UnsettledTable(table, clock, 7L * repetition.getCurrentRepetition() + i)))
                .toList();
        var begun = new ArrayList<ScanId>();
        var slots = new ArrayList<Instant>();
        for (int look = 0; look < 150; look++) {
            clock.advance(Duration.ofSeconds(random.nextInt(random.nextInt(20) == 0 ? 4000 : 400)));
            begun.addAll(hubs.get(random.nextInt(2)).begin(HUB));
            last().map(Schedule.Last::due).filter(due -> !slots.contains(due)).ifPresent(slots::add);
            over();
        }

        assertThat(begun).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(slots).isSorted().hasSameSizeAs(begun);
    }
}
