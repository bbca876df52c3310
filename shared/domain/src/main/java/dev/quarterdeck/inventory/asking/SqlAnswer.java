package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;
import java.util.List;

/** What came of a query. */
public sealed interface SqlAnswer {
    /** {@code cut}: there were more rows, or larger ones, than an answer may have. */
    record Rows(List<String> columns, List<Json.Arr> rows, boolean cut) implements SqlAnswer {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** One sentence that says why not. */
    record Refused(String why) implements SqlAnswer {}
}
