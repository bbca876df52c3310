package dev.quarterdeck.kernel.table;

import java.util.List;
import java.util.Optional;

/** Some rows, and where to go on unless this was the end. */
public record Page(List<Row> rows, Optional<Cursor> next) {
    public Page {
        rows = List.copyOf(rows);
    }
}
