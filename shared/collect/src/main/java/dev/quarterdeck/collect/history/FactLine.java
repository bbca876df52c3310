package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.NamedSegmentWriter;
import dev.quarterdeck.collect.segments.Print;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Words;
import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.inventory.rows.JsonLine;
import dev.quarterdeck.inventory.rows.JsonRow;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.inventory.rows.Row;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import java.util.LinkedHashMap;
import java.util.Set;

/** A resource as a line, with the prints by which two looks at it are told apart without reading them. */
record FactLine(Print content, Print whole, JsonBytes text, Set<String> words) {
    /** The hash of what a list alone told: nobody's business but the next scan's. */
    static final String LISTED = "list_hash";

    /** Most rows take less. */
    private static final int EXPECTED = 2048;

    /** What differs at every look without anything being different. */
    private static final Set<String> TIMES = Set.of("looked_at", "looked");

    /** The row without what only scans use. */
    static Json.Obj forPeople(Json.Obj row) {
        if (row.get(LISTED).isEmpty()) {
            return row;
        }
        var members = new LinkedHashMap<>(row.members());
        members.remove(LISTED);
        return new Json.Obj(members);
    }

    static FactLine of(Resource resource, Label label) {
        Columns row = to -> {
            Rows.resource(resource, label).into(to);
            to.text(LISTED, resource.looked().listed());
        };
        return new FactLine(Print.ofHex(resource.hash()), whole(row), line(row), Words.of(JsonRow.of(row)));
    }

    NamedSegmentWriter.Head head(Uid uid) {
        return new NamedSegmentWriter.Head(uid, content, whole);
    }

    private static JsonBytes line(Columns row) {
        var line = new JsonBytes(EXPECTED);
        JsonLine.write(row, line);
        return line;
    }

    private static Print whole(Columns row) {
        return Print.of(line(to -> row.into(new Lasting(to))));
    }

    /** Passes on all columns but those. */
    private record Lasting(Row to) implements Row {
        @Override
        public Row json(String column, Json value) {
            if (!TIMES.contains(column)) {
                to.json(column, value);
            }
            return this;
        }

        @Override
        public Row text(String column, Object value) {
            if (!TIMES.contains(column)) {
                to.text(column, value);
            }
            return this;
        }
    }
}
