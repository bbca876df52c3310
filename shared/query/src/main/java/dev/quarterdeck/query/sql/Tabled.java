package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that a query finds: those there are rows for, what is worked out of them, and a view a type. */
record Tabled(Set<Sheet> sheets, List<ResourceType> types) {
    Tabled {
        sheets = Set.copyOf(sheets);
        types = List.copyOf(types);
    }

    SqlSchema schema() {
        return Published.schema(sheets, types);
    }

    Set<String> names() {
        SqlSchema schema = schema();
        return Stream.concat(schema.tables().stream().map(SqlSchema.Table::name), schema.views().stream())
                .collect(Collectors.toSet());
    }

    /** By name, why what one might look for is not there. */
    Map<String, String> absent() {
        return schema().absent().stream().collect(Collectors.toMap(SqlSchema.Absent::name, SqlSchema.Absent::why));
    }

    /** What is no table of its own is made of resources. */
    Set<Sheet> needs(Set<String> tables) {
        Set<Sheet> needed = EnumSet.noneOf(Sheet.class);
        for (String table : tables) {
            needed.add(sheets.stream()
                    .filter(sheet -> sheet.toString().equals(table))
                    .findFirst()
                    .orElse(Sheet.RESOURCES));
        }
        return needed;
    }

    /** How the views are made. */
    Stream<String> views() {
        return Stream.concat(
                DerivedTable.ALL.stream().map(DerivedTable::create),
                types.stream().map(type -> new TypeView(type).create()));
    }
}
