package dev.quarterdeck.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rows are read as they were put, whatever they hold and however they are called. */
interface RowCases extends TableCases {
    @Test
    default void aRowThatWasNeverPutIsNotThere() {
        assertThat(table().get(key("a"))).isEmpty();
    }

    @Test
    default void aRowIsReadAsItWasPut() {
        Row row = new Row(
                key("a"),
                7,
                TableCases.data("name", Json.of("prod")).with("size", Json.of(12)),
                Map.of(Index.FIRST, new Key(space() + "1", "x"), Index.SECOND, new Key(space() + "2", "y")),
                Optional.of(clock().instant().plus(Duration.ofDays(1))));
        put(row);
        assertThat(table().get(key("a"))).contains(row);
    }

    @Test
    default void aRowWithoutContentIsARow() {
        Row row = Row.of(key("a"), Json.Obj.EMPTY);
        put(row);
        assertThat(table().get(key("a"))).contains(row);
    }

    @Test
    default void aPutReplacesTheWholeRow() {
        put(row("a").in(Index.FIRST, new Key(space(), "x"))
                .until(clock().instant().plusSeconds(60)));
        Row other = Row.of(key("a"), TableCases.data("other", Json.of(true)));
        put(other);
        assertThat(table().get(key("a"))).contains(other);
    }

    @Test
    default void aDeletedRowIsGone() {
        put(row("a"), row("b"));
        assertThat(write(Write.delete(key("a")))).isEqualTo(Written.Done.VALUE);
        assertThat(table().get(key("a"))).isEmpty();
        assertThat(table().get(key("b"))).contains(row("b"));
    }

    @Test
    default void deletingWhatIsNotThereIsDone() {
        assertThat(write(Write.delete(key("a")))).isEqualTo(Written.Done.VALUE);
    }

    @Test
    default void nothingToWriteIsDone() {
        assertThat(write(List.of())).isEqualTo(Written.Done.VALUE);
    }

    @Test
    default void manyKeysAreReadAtOnceAndThoseThatAreNotThereAreLeftOut() {
        List<Key> keys =
                IntStream.range(0, Table.MOST).mapToObj(i -> key("k" + i)).toList();
        for (int i = 0; i < Table.MOST; i += 3) {
            put(row("k" + i));
        }
        Map<Key, Row> found = table().get(keys);
        assertThat(found).hasSize(34).containsEntry(key("k3"), row("k3")).doesNotContainKey(key("k4"));
        found.forEach((key, row) -> assertThat(row.key()).isEqualTo(key));
    }

    @Test
    default void aKeyNamedTwiceIsReadOnce() {
        put(row("a"));
        assertThat(table().get(List.of(key("a"), key("a")))).isEqualTo(Map.of(key("a"), row("a")));
    }

    @Test
    default void noKeysAreReadAsNoRows() {
        assertThat(table().get(List.of())).isEmpty();
    }

    @Test
    default void moreThanAHundredKeysAreRefused() {
        List<Key> keys =
                IntStream.rangeClosed(0, Table.MOST).mapToObj(i -> key("k" + i)).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> table().get(keys));
    }

    @TestFactory
    default Stream<DynamicTest> everyValueIsReadAsItWasPut() {
        return Samples.VALUES.entrySet().stream()
                .map(sample -> dynamicTest(sample.getKey(), () -> {
                    Row row = Row.of(key(sample.getKey()), TableCases.data("value", sample.getValue()));
                    put(row);
                    assertThat(table().get(row.key())).contains(row);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> everyNameOfAMemberIsKept() {
        return Samples.NAMES.stream()
                .map(name -> dynamicTest("'" + name + "'", () -> {
                    Row row = Row.of(key(name), TableCases.data(name, Json.of(1)));
                    put(row);
                    assertThat(table().get(row.key())).contains(row);
                    assertThat(write(Write.increment(row.key(), name, 2))).isEqualTo(Written.Done.VALUE);
                    assertThat(table().get(row.key())).contains(row.next(TableCases.data(name, Json.of(3))));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> everyKeyIsAKey() {
        return Samples.TEXTS.stream()
                .map(text -> dynamicTest("'" + text + "'", () -> {
                    Row row = Row.of(new Key(space() + text, text), Json.Obj.EMPTY);
                    put(row);
                    assertThat(table().get(row.key())).contains(row);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> whatNoEngineStoresIsAMistake() {
        return Map.of(
                        "a number of 39 digits",
                        new Json.Num(new BigDecimal("1." + "3".repeat(38))),
                        "a number too large",
                        new Json.Num(new BigDecimal("1E126")),
                        "a number too small",
                        new Json.Num(new BigDecimal("1E-131")),
                        "half a character",
                        Json.of("a\ud83d"),
                        "a member without a name",
                        TableCases.data("", Json.of(1)),
                        "nesting beyond 31 levels",
                        Samples.nested(32))
                .entrySet()
                .stream()
                .map(sample -> dynamicTest(sample.getKey(), () -> {
                    Write put = Write.put(Row.of(key("a"), TableCases.data("value", sample.getValue())));
                    assertThatIllegalArgumentException().isThrownBy(() -> table().write(put));
                    assertThat(table().get(key("a"))).isEmpty();
                }));
    }
}
