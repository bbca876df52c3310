package dev.quarterdeck.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Limits;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All of a transaction or nothing, the limits, and no update lost among many writers. */
interface TransactionCases extends TableCases {
    @Test
    default void aTransactionDoesEachOfItsParts() {
        put(row("b"), row("d"));
        Written written = write(
                Write.put(row("a")).when(Condition.ABSENT),
                Write.delete(key("b")),
                Write.increment(key("c"), "count", 1),
                Write.check(key("d"), Condition.EXISTS));
        assertThat(written).isEqualTo(Written.Done.VALUE);
        assertThat(table().get(List.of(key("a"), key("b"), key("c"), key("d"))))
                .isEqualTo(Map.of(
                        key("a"), row("a"),
                        key("c"), Row.of(key("c"), TableCases.data("count", Json.of(1))),
                        key("d"), row("d")));
    }

    @Test
    default void aRefusalNamesEveryKeyThatRefusesAndChangesNothing() {
        put(row("b"), row("e"));
        Written written = write(
                Write.put(row("a")),
                Write.put(row("b")).when(Condition.ABSENT),
                Write.increment(key("c"), "count", 1),
                Write.check(key("d"), Condition.EXISTS),
                Write.delete(key("e")),
                Write.delete(key("f")).when(Condition.EXISTS));
        assertThat(written).isEqualTo(new Written.Refused(Set.of(key("b"), key("d"), key("f"))));
        assertThat(table().get(List.of(key("a"), key("b"), key("c"), key("d"), key("e"))))
                .isEqualTo(Map.of(key("b"), row("b"), key("e"), row("e")));
    }

    @Test
    default void aFailedCheckAloneStopsTheOthers() {
        assertThat(write(Write.put(row("a")), Write.check(key("gate"), Condition.EXISTS)))
                .isEqualTo(new Written.Refused(Set.of(key("gate"))));
        assertThat(table().get(key("a"))).isEmpty();
    }

    @Test
    default void twoWritesOnOneKeyAreAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().write(Write.put(row("a")), Write.delete(key("a"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().write(Write.put(row("a")), Write.check(key("a"), Condition.ABSENT)));
        assertThat(table().get(key("a"))).isEmpty();
    }

    @Test
    default void aHundredWritesAreOneTransaction() {
        List<Key> keys =
                IntStream.range(0, Table.MOST).mapToObj(i -> key("k" + i)).toList();
        assertThat(write(keys.stream().map(key -> Write.put(row(key.sort()))).toList()))
                .isEqualTo(Written.Done.VALUE);
        assertThat(table().get(keys)).hasSize(Table.MOST);
    }

    @Test
    default void aHundredAndOneWritesAreTooMany() {
        List<Write.Put> puts = IntStream.rangeClosed(0, Table.MOST)
                .mapToObj(i -> Write.put(row("k" + i)))
                .toList();
        assertThat(write(puts)).isEqualTo(new Written.TooLarge("writes", 101, 100));
        assertThat(table().get(key("k0"))).isEmpty();
    }

    @Test
    default void aRowOfFourHundredKilobytesIsARow() {
        Row row = filled("a", Limits.ROW);
        assertThat(Limits.size(row)).isEqualTo(Limits.ROW);
        assertThat(write(Write.put(row))).isEqualTo(Written.Done.VALUE);
        assertThat(table().get(key("a"))).contains(row);
    }

    @Test
    default void aByteMoreIsTooLarge() {
        assertThat(write(Write.put(row("b")), Write.put(filled("a", Limits.ROW + 1))))
                .isEqualTo(new Written.TooLarge("row", Limits.ROW + 1, Limits.ROW));
        assertThat(table().get(List.of(key("a"), key("b")))).isEmpty();
    }

    @Test
    default void aRowGrowsWithItsPlacesInIndexes() {
        Row row = filled("a", Limits.ROW).in(Index.FIRST, key("x"));
        assertThat(write(Write.put(row))).isInstanceOf(Written.TooLarge.class);
    }

    @Test
    default void fourMegabytesAreTheMostOfATransaction() {
        List<Write.Put> puts = IntStream.range(0, 11)
                .mapToObj(i -> Write.put(filled("k" + i, 390 * 1024)))
                .toList();
        assertThat(write(puts)).isEqualTo(new Written.TooLarge("transaction", 11L * 390 * 1024, Limits.TRANSACTION));
        assertThat(table().get(key("k0"))).isEmpty();
        assertThat(write(puts.subList(0, 10))).isEqualTo(Written.Done.VALUE);
        assertThat(table().get(key("k9"))).contains(puts.get(9).row());
    }

    @Test
    default void manyWritersLoseNoUpdate() throws Exception {
        assertThat(atOnce(8, () -> {
                    for (int i = 0; i < 25; i++) {
                        step();
                    }
                    return 25;
                }))
                .isEqualTo(200);
        assertThat(table().get(key("counter")).orElseThrow().data()).isEqualTo(TableCases.data("count", Json.of(200)));
    }

    /** Adds one by reading, computing and writing on condition that nobody did meanwhile. */
    private void step() {
        Written written;
        do {
            Row next = table().get(key("counter"))
                    .map(row -> row.next(TableCases.data("count", Json.of(row.version() + 1))))
                    .orElseGet(() -> Row.of(key("counter"), TableCases.data("count", Json.of(1))));
            written = table().write(Write.put(next)
                    .when(next.version() == 1 ? Condition.ABSENT : new Condition.VersionIs(next.version() - 1)));
        } while (!written.done());
    }

    @Test
    default void manyIncrementsAddUp() throws Exception {
        atOnce(8, () -> {
            for (int i = 0; i < 25; i++) {
                assertThat(write(Write.increment(key("counter"), "count", 2))).isEqualTo(Written.Done.VALUE);
            }
            return 0;
        });
        Row row = table().get(key("counter")).orElseThrow();
        assertThat(row.data()).isEqualTo(TableCases.data("count", Json.of(400)));
        assertThat(row.version()).isEqualTo(200);
    }

    @Test
    default void ofManyWhoWantARowOneGetsIt() throws Exception {
        int got = atOnce(
                8, () -> write(Write.put(row("a")).when(Condition.ABSENT)).done() ? 1 : 0);
        assertThat(got).isEqualTo(1);
    }

    private static int atOnce(int many, Callable<Integer> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int sum = 0;
            for (var future : threads.invokeAll(Collections.nCopies(many, work))) {
                sum += future.get();
            }
            return sum;
        }
    }

    /** A row of just so many bytes. */
    private Row filled(String sort, int size) {
        Row empty = Row.of(key(sort), TableCases.data("text", Json.of("")));
        int missing = size - Math.toIntExact(Limits.size(empty));
        return Row.of(key(sort), TableCases.data("text", Json.of("x".repeat(missing))));
    }
}
