package dev.quarterdeck.kernel.migrations;

import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import java.util.List;
import java.util.Optional;

/**
 * One step of the schema of the hub's rows, forward and back. Rows are found by the queries that readers use: there is
 * no other way to find rows. A step may be asked about a row twice, and about one that it has changed already.
 */
public interface Migration {
    /** The schema's version once the step is done. */
    int version();

    String title();

    /** Where the rows are that this direction may have to change. */
    List<Query> rows(Direction direction);

    /** The row as it should be after a step in this direction, unless it is so already. */
    Optional<Row> changed(Row row, Direction direction);

    /** Which way. */
    enum Direction {
        FORWARD,
        BACK
    }
}
