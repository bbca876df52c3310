package dev.quarterdeck.testkit.table;

import static dev.quarterdeck.testkit.table.TableCases.eventually;

import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Query.Range;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both indexes follow the rows, sooner or later: sparse, in their own order, with rows whole. */
interface IndexCases extends TableCases {
    private Row placed(String sort, Index index, String place) {
        return row(sort).in(index, new Key(space() + "#by", place));
    }

    private Query by(Index index) {
        return Query.of(index, space() + "#by");
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void rowsComeInTheOrderOfTheIndexAndWhole(Index index) {
        put(placed("a", index, "3"), placed("b", index, "1"), placed("c", index, "2"));
        eventually(
                List.of(placed("b", index, "1"), placed("c", index, "2"), placed("a", index, "3")),
                () -> all(by(index)));
        eventually(List.of("a", "c", "b"), () -> sorts(by(index).newestFirst()));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void rowsThatSayNoPlaceAreNotInTheIndex(Index index) {
        put(row("a"), placed("b", index, "1"));
        eventually(List.of("b"), () -> sorts(by(index)));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void aRowMovesWithItsPlace(Index index) {
        put(placed("a", index, "1"), placed("b", index, "2"));
        put(placed("a", index, "3"));
        eventually(List.of("b", "a"), () -> sorts(by(index)));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void aRowLeavesTheIndexWithItsPlace(Index index) {
        put(placed("a", index, "1"), placed("b", index, "2"));
        eventually(List.of("a", "b"), () -> sorts(by(index)));
        put(row("a"));
        eventually(List.of("b"), () -> sorts(by(index)));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void aDeletedRowLeavesTheIndex(Index index) {
        put(placed("a", index, "1"), placed("b", index, "2"));
        eventually(List.of("a", "b"), () -> sorts(by(index)));
        write(Write.delete(key("a")));
        eventually(List.of("b"), () -> sorts(by(index)));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void theIndexShowsWhatARowSaysNow(Index index) {
        put(placed("a", index, "1"));
        write(Write.increment(key("a"), "count", 1));
        Row now = table().get(key("a")).orElseThrow();
        eventually(List.of(now), () -> all(by(index)));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void rangesAndPagesInAnIndex(Index index) {
        List<String> sorts = IntStream.range(0, 20).mapToObj("k%02d"::formatted).toList();
        sorts.forEach(sort -> put(placed(sort, index, "p" + sort)));
        eventually(sorts, () -> sorts(by(index).limit(3)));
        eventually(
                sorts.subList(10, 20),
                () -> sorts(by(index).within(new Range.StartsWith("pk1")).limit(4)));
        eventually(
                sorts.subList(5, 13).reversed(),
                () -> sorts(by(index)
                        .within(new Range.Between("pk05", "pk12"))
                        .newestFirst()
                        .limit(3)));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void rowsAtOnePlaceAreAllFoundPageByPage(Index index) {
        List<String> sorts = IntStream.range(0, 12).mapToObj("k%02d"::formatted).toList();
        sorts.forEach(sort -> put(placed(sort, index, "same")));
        for (int limit : List.of(1, 5, 100)) {
            eventually(Set.copyOf(sorts), () -> Set.copyOf(sorts(by(index).limit(limit))));
            eventually(12, () -> sorts(by(index).limit(limit)).size());
            eventually(12, () -> sorts(by(index).limit(limit).newestFirst()).size());
        }
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void whatHasExpiredIsNotFoundInAnIndex(Index index) {
        put(
                placed("a", index, "1").until(clock().instant()),
                placed("b", index, "2").until(clock().instant().plusSeconds(100)));
        eventually(List.of("b"), () -> sorts(by(index)));
        clock().advance(Duration.ofSeconds(101));
        eventually(List.of(), () -> sorts(by(index)));
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    default void theOtherIndexIsAnother(Index index) {
        put(placed("a", index, "1"));
        Index other = index == Index.FIRST ? Index.SECOND : Index.FIRST;
        eventually(List.of(), () -> sorts(by(other)));
        eventually(List.of("a"), () -> sorts(by(index)));
    }
}
