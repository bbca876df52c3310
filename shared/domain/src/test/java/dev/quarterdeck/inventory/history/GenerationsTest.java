package dev.quarterdeck.inventory.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.table.InMemoryTable;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GenerationsTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final InMemoryTable table = new InMemoryTable(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Generations generations = new Generations(table);

    private static SegmentRef segment(String name, long rows, long gone) {
        return new SegmentRef(new ObjectName("facts/111122223333/%s.ndjson.zst".formatted(name)), 1000, rows, gone);
    }

    private static Generation first() {
        return Generation.first(ACCOUNT, NOON, segment("base", 100, 0), told("s1"));
    }

    private static Generation.Told told(String scan) {
        return new Generation.Told(
                new Generation.Source(scan, Set.of(new ObjectName("facts/111122223333/%s.ndjson.zst".formatted(scan)))),
                Optional.of(segment("changes-" + scan, 1, 0)),
                new ObjectName("coverage/111122223333/%s.ndjson.zst".formatted(scan)),
                new ObjectName("edges/111122223333/%s.ndjson.zst".formatted(scan)));
    }

    private static Generation after(Generation before, SegmentRef delta, Instant now, String scan) {
        return before.next(now, Optional.of(delta), told(scan));
    }

    @Test
    void anAccountNeverScannedHasNone() {
        assertThat(generations.live(ACCOUNT)).isEmpty();
        assertThat(generations.at(ACCOUNT, NOON)).isEmpty();
    }

    @Test
    void theLastOnePublishedIsLive() {
        Generation second = after(first(), segment("delta", 2, 1), NOON.plusSeconds(60), "s2");

        assertThat(generations.publish(first(), List.of())).isEqualTo(Written.Done.VALUE);
        assertThat(generations.publish(second, List.of())).isEqualTo(Written.Done.VALUE);

        assertThat(generations.live(ACCOUNT)).contains(second);
        assertThat(generations.live(new AccountId("999999999999"))).isEmpty();
    }

    /** More accounts than the table gives rows at a time, every other one never scanned. */
    @Test
    void theLiveOnesOfManyAccountsAreReadTogether() {
        List<AccountId> accounts = LongStream.rangeClosed(1, 2 * Table.MOST + 50)
                .mapToObj(number -> new AccountId("%012d".formatted(number)))
                .toList();
        var scanned = new HashMap<AccountId, Generation>();
        for (int i = 0; i < accounts.size(); i += 2) {
            var generation = Generation.first(accounts.get(i), NOON, segment("base", i, 0), told("s1"));
            generations.publish(generation, List.of());
            scanned.put(accounts.get(i), generation);
        }

        assertThat(generations.live(accounts)).isEqualTo(scanned);
        assertThat(generations.live(List.of())).isEmpty();
    }

    @Test
    void ofTwoMadeFromTheSameOneOnlyTheFirstCounts() {
        generations.publish(first(), List.of());
        Generation one = after(first(), segment("one", 2, 0), NOON.plusSeconds(1), "s2");
        Generation other = after(first(), segment("other", 3, 0), NOON.plusSeconds(2), "s3");
        Write along = Write.put(Row.of(new Key("a", "b"), Json.Obj.EMPTY));
        generations.publish(one, List.of());

        assertThat(generations.publish(other, List.of(along))).isInstanceOf(Written.Refused.class);

        assertThat(generations.live(ACCOUNT)).contains(one);
        assertThat(generations.at(ACCOUNT, NOON.plusSeconds(9))).contains(one);
        assertThat(table.get(along.key())).isEmpty();
        assertThat(generations.publish(first(), List.of())).isInstanceOf(Written.Refused.class);
    }

    @Test
    void whatCountedAtAnInstantIsKept() {
        Generation second = after(first(), segment("delta", 2, 1), NOON.plusSeconds(60), "s2");
        generations.publish(first(), List.of());
        generations.publish(second, List.of());

        assertThat(generations.at(ACCOUNT, NOON.minusMillis(1))).isEmpty();
        assertThat(generations.at(ACCOUNT, NOON)).contains(first());
        assertThat(generations.at(ACCOUNT, NOON.plusSeconds(60).minusMillis(1))).contains(first());
        assertThat(generations.at(ACCOUNT, NOON.plusSeconds(60))).contains(second);
    }

    @Test
    void aClockThatWasPutBackDoesNotPutBackTheirOrder() {
        Generation second = after(first(), segment("delta", 2, 1), NOON.minusSeconds(3600), "s2");
        generations.publish(first(), List.of());
        generations.publish(second, List.of());

        assertThat(generations.at(ACCOUNT, NOON)).contains(second);
        assertThat(generations.at(ACCOUNT, NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void whatIsDearToReadWantsToBecomeOneSegment() {
        Generation light = LongStream.rangeClosed(1, Generation.MOST_DELTAS)
                .boxed()
                .reduce(
                        first(),
                        (some, number) -> after(some, segment("delta" + number, 1, 0), NOON, "s"),
                        (some, _) -> some);

        assertThat(light.wantsCompaction()).isFalse();
        assertThat(after(light, segment("more", 0, 0), NOON, "s").wantsCompaction())
                .isTrue();
        assertThat(after(first(), segment("large", 10, 0), NOON, "s").wantsCompaction())
                .isFalse();
        assertThat(after(first(), segment("larger", 10, 1), NOON, "s").wantsCompaction())
                .isTrue();
        assertThat(light.compacted(segment("new", 108, 0), NOON).segments()).hasSize(1);
        assertThat(light.compacted(segment("new", 108, 0), NOON).number()).isEqualTo(light.number() + 1);
    }
}
