package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import java.math.BigDecimal;
import java.util.Optional;

/** What an allowed write makes of the row that is there. */
sealed interface Change {
    record To(Row row) implements Change {}

    record Gone(Key key) implements Change {}

    record None() implements Change {}

    static Change of(Write write, Optional<Row> row) {
        return switch (write) {
            case Write.Put put -> new To(put.row());
            case Write.Delete delete -> new Gone(delete.key());
            case Write.Check _ -> new None();
            case Write.Increment increment -> new To(incremented(increment, row));
        };
    }

    private static Row incremented(Write.Increment increment, Optional<Row> row) {
        Json sum = sum(increment, row.flatMap(some -> some.data().get(increment.counter())));
        return row.map(some -> some.next(some.data().with(increment.counter(), sum)))
                .orElseGet(() -> Row.of(increment.key(), Json.Obj.EMPTY.with(increment.counter(), sum)));
    }

    private static Json sum(Write.Increment increment, Optional<Json> before) {
        BigDecimal by = BigDecimal.valueOf(increment.by());
        return switch (before.orElse(new Json.Num(BigDecimal.ZERO))) {
            case Json.Num(BigDecimal number) -> new Json.Num(number.add(by));
            case Json _ -> throw new IllegalArgumentException("'%s' is no number".formatted(increment.counter()));
        };
    }
}
