package dev.quarterdeck.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Query.Range;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Utf8;
import dev.quarterdeck.kernel.table.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rows of one partition in the order of their sort keys: whole, in ranges, backwards, page by page. */
interface QueryCases extends TableCases {
    List<String> WORDS =
            List.of("", "A", "a", "a#", "a#1", "a#10", "a#2", "a$", "b", "z").subList(1, 10);

    Map<String, Range> RANGES = Map.ofEntries(
            Map.entry("all", Range.ALL),
            Map.entry("prefix", new Range.StartsWith("a#")),
            Map.entry("prefix of nothing", new Range.StartsWith("q")),
            Map.entry("empty prefix", new Range.StartsWith("")),
            Map.entry("between two that are there", new Range.Between("a", "b")),
            Map.entry("between two that are not", new Range.Between("B", "y")),
            Map.entry("just one", new Range.Between("a#2", "a#2")),
            Map.entry("the wrong way round", new Range.Between("b", "a")),
            Map.entry("from the beginning", new Range.Between("", "a")),
            Map.entry("to nothing", new Range.Between("", "")));

    private void putAll(List<String> sorts) {
        var others = new ArrayList<>(sorts);
        Collections.reverse(others);
        others.forEach(sort -> put(row(sort)));
    }

    @Test
    default void aPartitionWithoutRowsHasNoRows() {
        assertThat(all(Query.of(space()))).isEmpty();
    }

    @Test
    default void rowsOfOtherPartitionsAreNotSeen() {
        put(row("a"), Row.of(new Key(space() + "x", "b"), Json.Obj.EMPTY));
        assertThat(all(Query.of(space()))).containsExactly(row("a"));
    }

    @Test
    default void sortKeysCompareAsUtf8() {
        putAll(Samples.TEXTS);
        assertThat(sorts(Query.of(space()))).isEqualTo(Samples.TEXTS);
        assertThat(sorts(Query.of(space()).newestFirst())).isEqualTo(Samples.TEXTS.reversed());
    }

    @TestFactory
    default Stream<DynamicTest> everyTextIsAPrefix() {
        return Samples.TEXTS.stream()
                .map(prefix -> dynamicTest("'" + prefix + "'", () -> {
                    putAll(Samples.TEXTS);
                    put(row(prefix + "\udbff\udfff"));
                    List<String> expected = Stream.concat(Samples.TEXTS.stream(), Stream.of(prefix + "\udbff\udfff"))
                            .distinct()
                            .filter(text -> text.startsWith(prefix))
                            .sorted(Utf8.ORDER)
                            .toList();
                    List<String> found = sorts(Query.of(space()).within(new Range.StartsWith(prefix)));
                    write(Write.delete(key(prefix + "\udbff\udfff")));
                    assertThat(found).isEqualTo(expected);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> everyRangeForwardsAndBackwards() {
        return RANGES.entrySet().stream()
                .map(range -> dynamicTest(range.getKey(), () -> {
                    putAll(WORDS);
                    List<String> expected =
                            WORDS.stream().filter(range.getValue()::holds).toList();
                    for (int limit : List.of(1, 2, 100)) {
                        Query query = Query.of(space()).within(range.getValue()).limit(limit);
                        assertThat(sorts(query)).isEqualTo(expected);
                        assertThat(sorts(query.newestFirst())).isEqualTo(expected.reversed());
                    }
                }));
    }

    @Test
    default void aCursorGoesOnThoughItsRowIsGone() {
        putAll(WORDS);
        Page page = table().query(Query.of(space()).limit(3));
        while (page.rows().isEmpty()) {
            page = table().query(Query.of(space()).limit(3).from(page.next().orElseThrow()));
        }
        Key last = page.rows().getLast().key();
        write(Write.delete(last));
        List<String> rest = WORDS.stream()
                .filter(word -> Utf8.ORDER.compare(word, last.sort()) > 0)
                .toList();
        assertThat(sorts(Query.of(space()).from(page.next().orElseThrow()))).isEqualTo(rest);
    }

    @Test
    default void whatIsPutBehindTheCursorIsNotSeenTwice() {
        putAll(List.of("b", "d"));
        Cursor afterB = new Cursor(key("b"), Optional.empty());
        put(row("a"), row("c"));
        assertThat(sorts(Query.of(space()).from(afterB))).containsExactly("c", "d");
    }

    @Test
    default void aCursorOfAnotherQueryIsAMistake() {
        Cursor other = new Cursor(new Key(space() + "x", "a"), Optional.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> Query.of(space()).from(other));
        Cursor unplaced = new Cursor(key("a"), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Query.of(Index.FIRST, space()).from(unplaced));
    }

    @Test
    default void manyRowsComeInManyPages() {
        List<String> sorts =
                IntStream.range(0, 250).mapToObj("k%03d"::formatted).toList();
        write(sorts.subList(0, 100).stream().map(sort -> Write.put(row(sort))).toList());
        write(sorts.subList(100, 200).stream().map(sort -> Write.put(row(sort))).toList());
        write(sorts.subList(200, 250).stream().map(sort -> Write.put(row(sort))).toList());
        assertThat(sorts(Query.of(space()).limit(7))).isEqualTo(sorts);
        assertThat(sorts(Query.of(space()).limit(1000))).isEqualTo(sorts);
    }

    @Test
    default void largeRowsComeInPagesOfAMegabyteAtMost() {
        for (int i = 0; i < 9; i++) {
            put(Row.of(key("k" + i), TableCases.data("text", Json.of("x".repeat(300_000)))));
        }
        Page page = table().query(Query.of(space()));
        assertThat(page.rows().size()).isLessThanOrEqualTo(4);
        assertThat(sorts(Query.of(space()))).hasSize(9);
    }

    @Test
    default void whatHasExpiredIsNotFound() {
        put(
                row("a"),
                row("b").until(clock().instant()),
                row("c").until(clock().instant().plusSeconds(100)));
        assertThat(sorts(Query.of(space()))).containsExactly("a", "c");
        assertThat(table().get(key("b"))).isEmpty();
        assertThat(table().get(List.of(key("b"), key("c")))).containsOnlyKeys(key("c"));
        clock().advance(Duration.ofSeconds(101));
        assertThat(sorts(Query.of(space()))).containsExactly("a");
        assertThat(table().get(key("c"))).isEmpty();
    }

    @Test
    default void pagesOfExpiredRowsLeadOn() {
        for (int i = 0; i < 10; i++) {
            put(row("k" + i).until(clock().instant()));
        }
        put(row("last"));
        assertThat(sorts(Query.of(space()).limit(2))).containsExactly("last");
    }
}
