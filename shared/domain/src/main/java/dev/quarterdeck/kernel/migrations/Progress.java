package dev.quarterdeck.kernel.migrations;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.migrations.Migration.Direction;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import java.util.Map;
import java.util.Optional;

/**
 * How far the schema has come: its version, and the step that is under way, if one is. Written in the transactions that
 * change rows, so that whoever goes on after a crash goes on from just there.
 */
record Progress(long row, int version, Optional<Underway> underway) {
    static final Key KEY = new Key("schema", "schema");

    /** A store from before there were versions has the first. */
    static final Progress START = new Progress(0, 1, Optional.empty());

    /** Which migration, which way, at which of its queries, from where on, how many rows this pass has changed. */
    record Underway(int migration, Direction direction, int query, Optional<Cursor> from, int changed) {
        static Underway begin(Step step) {
            return new Underway(step.migration().version(), step.direction(), 0, Optional.empty(), 0);
        }

        boolean is(Step step) {
            return migration == step.migration().version() && direction == step.direction();
        }
    }

    static Progress from(Row row) {
        var fields = Fields.of(row.data());
        return new Progress(
                row.version(),
                Math.toIntExact(fields.whole("version")),
                fields.maybeObject("underway").map(Progress::underway));
    }

    private static Underway underway(Fields fields) {
        return new Underway(
                Math.toIntExact(fields.whole("migration")),
                fields.text("direction", Direction::valueOf),
                Math.toIntExact(fields.whole("query")),
                fields.maybeObject("row")
                        .map(row ->
                                new Cursor(key(row), fields.maybeObject("place").map(Progress::key))),
                Math.toIntExact(fields.whole("changed")));
    }

    private static Key key(Fields fields) {
        return new Key(fields.text("partition"), fields.text("sort"));
    }

    /** The row that says the same. */
    Row next() {
        var data = new Members().put("version", version);
        underway.ifPresent(some -> data.put("underway", json(some)));
        return new Row(KEY, row + 1, data.json(), Map.of(), Optional.empty());
    }

    private static Members json(Underway some) {
        var members = new Members()
                .put("migration", some.migration())
                .put("direction", some.direction().name())
                .put("query", some.query())
                .put("changed", some.changed());
        some.from().ifPresent(cursor -> members.put("row", json(cursor.row())));
        some.from().flatMap(Cursor::place).ifPresent(place -> members.put("place", json(place)));
        return members;
    }

    private static Members json(Key key) {
        return new Members().put("partition", key.partition()).put("sort", key.sort());
    }

    Progress at(Underway place) {
        return new Progress(row, version, Optional.of(place));
    }

    Progress reached(int reached) {
        return new Progress(row, reached, Optional.empty());
    }
}
