package dev.quarterdeck.inventory.asking;

import java.util.List;

/** What queries may ask: tables, views of one type each, and what is not there though one might look for it. */
public record SqlSchema(List<Table> tables, List<String> views, List<Absent> absent, List<Example> examples) {
    public record Table(String name, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    public record Column(String name, String type, String about) {}

    /** A table that nobody shall take for empty. */
    public record Absent(String name, String why) {}

    public record Example(String question, String sql) {}

    public SqlSchema {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        absent = List.copyOf(absent);
        examples = List.copyOf(examples);
    }
}
