package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.asking.SqlSchema.Column;
import java.util.List;

/** A table that is worked out of resources. */
record DerivedTable(String name, List<Column> columns, String select) {
    static final List<DerivedTable> ALL = List.of(
            new DerivedTable(
                    "tags",
                    List.of(
                            new Column("uid", "VARCHAR", ""),
                            new Column("key", "VARCHAR", ""),
                            new Column(
                                    "key_norm",
                                    "VARCHAR",
                                    "its letters and digits, small: cost_center and Cost-Center are one"),
                            new Column("value", "VARCHAR", "")),
                    """
                    SELECT uid, tag.key AS key, regexp_replace(lower(tag.key), '[^\\p{L}\\p{N}]', '', 'g') AS key_norm, tag.value AS value
                    FROM (SELECT uid, unnest(map_entries(tags)) AS tag FROM resources)"""),
            new DerivedTable(
                    "identifiers",
                    List.of(
                            new Column("kind", "VARCHAR", "as private-ip or access-key-id"),
                            new Column("value", "VARCHAR", ""),
                            new Column("uid", "VARCHAR", "")),
                    """
                    SELECT one->>'$.kind' AS kind, one->>'$.value' AS value, uid
                    FROM (SELECT uid, unnest(CAST(identifiers AS JSON[])) AS one FROM resources)"""));

    String create() {
        return "CREATE VIEW %s AS %s".formatted(name, select);
    }
}
