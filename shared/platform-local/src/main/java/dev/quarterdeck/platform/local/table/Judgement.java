package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether conditions hold of the row that is there (one that has expired is not). */
final class Judgement {
    private Judgement() {}

    static boolean allows(Write write, Optional<Row> row) {
        return write.conditions().stream().allMatch(condition -> holds(condition, write, row));
    }

    private static boolean holds(Condition condition, Write write, Optional<Row> row) {
        return switch (condition) {
            case Condition.Absent _ -> row.isEmpty();
            case Condition.Exists _ -> row.isPresent();
            case Condition.VersionIs(long version) ->
                row.filter(some -> some.version() == version).isPresent();
            case Condition.AttributeIs(String name, Json value) ->
                row.flatMap(some -> some.data().get(name)).filter(value::equals).isPresent();
            case Condition.CounterAtMost(String name, long most) ->
                after(write, name, row)
                        .filter(sum -> sum.compareTo(BigDecimal.valueOf(most)) <= 0)
                        .isPresent();
        };
    }

    /** The counter once the write has added to it, unless the member is no number. */
    private static Optional<BigDecimal> after(Write write, String counter, Optional<Row> row) {
        boolean adds = write instanceof Write.Increment increment
                && increment.counter().equals(counter);
        BigDecimal added = adds ? BigDecimal.valueOf(((Write.Increment) write).by()) : BigDecimal.ZERO;
        return switch (row.flatMap(some -> some.data().get(counter)).orElse(new Json.Num(BigDecimal.ZERO))) {
            case Json.Num(BigDecimal number) -> Optional.of(number.add(added));
            case Json _ -> Optional.empty();
        };
    }
}
