package dev.quarterdeck.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each condition on each state of the row, under each kind of write: done or refused, and what is there afterwards. */
interface ConditionCases extends TableCases {
    /** A condition on a row that is not there, on one of version 3, on one that has expired: does it hold? */
    record Case(String name, Condition condition, boolean missing, boolean there, boolean expired) {}

    Json.Obj STATE = Json.Obj.EMPTY
            .with("text", Json.of("on"))
            .with("count", Json.of(5))
            .with("none", Json.Null.VALUE)
            .with("tags", Json.of(List.of(Json.of("a"), Json.of(1))))
            .with("@odd name", Json.Obj.EMPTY.with("b", Json.of(1)).with("a", Json.of(2)));

    List<Case> CASES = List.of(
            new Case("absent", Condition.ABSENT, true, false, true),
            new Case("exists", Condition.EXISTS, false, true, false),
            new Case("version is", new Condition.VersionIs(3), false, true, false),
            new Case("version is another", new Condition.VersionIs(2), false, false, false),
            new Case("text is", is("text", Json.of("on")), false, true, false),
            new Case("text is another", is("text", Json.of("off")), false, false, false),
            new Case("text is a number", is("count", Json.of("5")), false, false, false),
            new Case("number is, spelled otherwise", is("count", decimal("5.0")), false, true, false),
            new Case("null is null", is("none", Json.Null.VALUE), false, true, false),
            new Case("nothing is not null", is("missing", Json.Null.VALUE), false, false, false),
            new Case("array is", is("tags", Json.of(List.of(Json.of("a"), Json.of(1)))), false, true, false),
            new Case(
                    "array in another order",
                    is("tags", Json.of(List.of(Json.of(1), Json.of("a")))),
                    false,
                    false,
                    false),
            new Case("object is, in another order", is("@odd name", odd()), false, true, false),
            new Case("counter below", new Condition.CounterAtMost("count", 6), true, true, true),
            new Case("counter at most", new Condition.CounterAtMost("count", 5), true, true, true),
            new Case("counter above", new Condition.CounterAtMost("count", 4), true, false, true),
            new Case("counter that is missing", new Condition.CounterAtMost("missing", 0), true, true, true),
            new Case("counter that cannot be", new Condition.CounterAtMost("missing", -1), false, false, false),
            new Case("counter that is no number", new Condition.CounterAtMost("text", 9), true, false, true));

    private static Condition is(String name, Json value) {
        return new Condition.AttributeIs(name, value);
    }

    private static Json decimal(String number) {
        return new Json.Num(new BigDecimal(number));
    }

    private static Json odd() {
        return Json.Obj.EMPTY.with("a", Json.of(2)).with("b", Json.of(1));
    }

    private Row state(String sort) {
        return new Row(key(sort), 3, STATE, Map.of(), Optional.empty());
    }

    @TestFactory
    default Stream<DynamicTest> onARowThatIsNotThere() {
        return CASES.stream()
                .map(some -> dynamicTest(some.name(), () -> {
                    Row after = row(some.name());
                    var put = new Write.Put(after, List.of(some.condition()));
                    assertThat(write(put)).isEqualTo(answer(some.missing(), after));
                    assertThat(table().get(after.key()))
                            .isEqualTo(Optional.of(after).filter(_ -> some.missing()));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> onARowThatIsThere() {
        return CASES.stream()
                .map(some -> dynamicTest(some.name(), () -> {
                    Row before = state(some.name());
                    put(before);
                    Row after = before.next(TableCases.data("new", Json.of(true)));
                    assertThat(write(Write.put(after).when(some.condition()))).isEqualTo(answer(some.there(), after));
                    assertThat(table().get(after.key())).contains(some.there() ? after : before);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> onARowThatHasExpired() {
        return CASES.stream()
                .map(some -> dynamicTest(some.name(), () -> {
                    put(state(some.name()).until(clock().instant()));
                    Row after = row(some.name());
                    assertThat(write(Write.put(after).when(some.condition()))).isEqualTo(answer(some.expired(), after));
                    assertThat(table().get(after.key()))
                            .isEqualTo(Optional.of(after).filter(_ -> some.expired()));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> ofADelete() {
        return CASES.stream()
                .map(some -> dynamicTest(some.name(), () -> {
                    Row before = state(some.name());
                    put(before);
                    Write delete = Write.delete(before.key()).when(some.condition());
                    assertThat(write(delete)).isEqualTo(answer(some.there(), before));
                    assertThat(table().get(before.key()).isEmpty()).isEqualTo(some.there());
                }));
    }

    @TestFactory
    default Stream<DynamicTest> ofACheck() {
        return CASES.stream()
                .map(some -> dynamicTest(some.name(), () -> {
                    Row before = state(some.name());
                    put(before);
                    assertThat(write(Write.check(before.key(), some.condition())))
                            .isEqualTo(answer(some.there(), before));
                    assertThat(table().get(before.key())).contains(before);
                }));
    }

    @Test
    default void allConditionsOfAWriteMustHold() {
        put(state("a"));
        Write.Put both = Write.put(row("a")).when(Condition.EXISTS).when(new Condition.VersionIs(4));
        assertThat(write(both)).isEqualTo(answer(false, row("a")));
        Write.Put right = Write.put(row("a")).when(Condition.EXISTS).when(new Condition.VersionIs(3));
        assertThat(write(right)).isEqualTo(Written.Done.VALUE);
    }

    @Test
    default void aCheckWithoutConditionIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Write.Check(key("a"), List.of()));
    }

    @Test
    default void anIncrementMakesTheRow() {
        assertThat(write(Write.increment(key("a"), "count", 4))).isEqualTo(Written.Done.VALUE);
        assertThat(table().get(key("a"))).contains(Row.of(key("a"), TableCases.data("count", Json.of(4))));
    }

    @Test
    default void anIncrementMakesTheMemberAndCountsTheVersion() {
        put(state("a"));
        write(Write.increment(key("a"), "other", -2));
        assertThat(table().get(key("a"))).contains(state("a").next(STATE.with("other", Json.of(-2))));
    }

    @Test
    default void anIncrementKeepsWhatElseTheRowIs() {
        Row row = state("a").in(Index.FIRST, key("x")).until(clock().instant().plusSeconds(9));
        put(row);
        write(Write.increment(key("a"), "count", Long.MAX_VALUE));
        assertThat(table().get(key("a"))).contains(row.next(STATE.with("count", decimal("9223372036854775812"))));
    }

    @Test
    default void anIncrementOfARowThatHasExpiredBeginsAnew() {
        put(state("a").until(clock().instant()));
        assertThat(write(Write.increment(key("a"), "count", 2))).isEqualTo(Written.Done.VALUE);
        assertThat(table().get(key("a"))).contains(Row.of(key("a"), TableCases.data("count", Json.of(2))));
    }

    @Test
    default void anIncrementOfWhatIsNoNumberIsAMistake() {
        put(state("a"));
        Write increment = Write.increment(key("a"), "text", 1);
        assertThatIllegalArgumentException().isThrownBy(() -> write(Write.put(row("b")), increment));
        assertThat(table().get(key("a"))).contains(state("a"));
        assertThat(table().get(key("b"))).isEmpty();
    }

    @Test
    default void aCounterStopsAtItsMost() {
        Write step = Write.increment(key("a"), "count", 2).when(new Condition.CounterAtMost("count", 5));
        assertThat(write(step)).isEqualTo(Written.Done.VALUE);
        assertThat(write(step)).isEqualTo(Written.Done.VALUE);
        assertThat(write(step)).isEqualTo(new Written.Refused(Set.of(key("a"))));
        assertThat(table().get(key("a")).orElseThrow().data()).isEqualTo(TableCases.data("count", Json.of(4)));
    }

    @Test
    default void aFirstStepBeyondTheMostIsRefused() {
        Write step = Write.increment(key("a"), "count", 6).when(new Condition.CounterAtMost("count", 5));
        assertThat(write(step)).isEqualTo(new Written.Refused(Set.of(key("a"))));
        assertThat(table().get(key("a"))).isEmpty();
    }

    private static Written answer(boolean done, Row row) {
        return done ? Written.Done.VALUE : new Written.Refused(Set.of(row.key()));
    }
}
