package dev.quarterdeck.query.sql;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.NearWord;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets one SELECT pass that reads nothing but the tables it may. It looks at what the engine itself understood of the text,
 * so that no comment and no quote deceives it.
 */
final class Guard {
    private static final Set<String> SOURCES =
            Set.of("BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EMPTY", "EXPRESSION_LIST", "PIVOT", "CTE");
    private static final Set<String> TABLE_FUNCTIONS =
            Set.of("unnest", "range", "generate_series", "json_each", "json_tree");
    /** Scalar functions that tell of the engine or of other things than the rows, or that run text as SQL. */
    private static final List<String> FORBIDDEN = List.of(
            "getenv",
            "current_setting",
            "getvariable",
            "json_serialize",
            "json_deserialize",
            "json_execute",
            "pragma_",
            "duckdb_",
            "read_",
            "pg_",
            "write_log",
            "nextval",
            "currval",
            "query",
            "in_search_path",
            "which_secret",
            "txid_current",
            "current_connection",
            "current_transaction");

    private final Engine engine;
    private final Set<String> tables;
    private final Map<String, String> absent;

    /** {@code absent} says of tables by their names why there are no such rows. */
    Guard(Engine engine, Set<String> tables, Map<String, String> absent) {
        this.engine = engine;
        this.tables = tables;
        this.absent = absent;
    }

    /** The tables that a text without objection reads. */
    Set<String> tables(String sql) {
        return nodes(tree(sql))
                .filter(node -> text(node, "type").equals("BASE_TABLE"))
                .map(node -> lower(text(node, "table_name")))
                .filter(tables::contains)
                .collect(Collectors.toSet());
    }

    /** Why the text may not run, if so. */
    Optional<String> objection(String sql) {
        Json.Obj tree = tree(sql);
        if (tree.get("error").equals(Optional.of(Json.Bool.TRUE))) {
            return Optional.of(complaint(text(tree, "error_message")));
        }
        List<Json> statements = items(tree.get("statements"));
        if (statements.size() != 1) {
            return Optional.of("one SELECT is answered at a time, and there are " + statements.size());
        }
        var known = new HashSet<>(tables);
        nodes(tree)
                .forEach(node ->
                        items(node.get("map")).forEach(named -> known.add(lower(text((Json.Obj) named, "key")))));
        return nodes(tree).flatMap(node -> objection(node, known).stream()).findFirst();
    }

    private Json.Obj tree(String sql) {
        return engine.ask(
                Fragment.of("SELECT CAST(json_serialize_sql(CAST({} AS VARCHAR)) AS VARCHAR)", sql), answer -> {
                    answer.next();
                    return (Json.Obj) Json.parse(((Json.Str) answer.value(1)).value());
                });
    }

    private static String complaint(String said) {
        return said.startsWith("Only SELECT") ? "only a SELECT is answered" : "this is no SQL: " + said;
    }

    private Optional<String> objection(Json.Obj node, Set<String> known) {
        String type = text(node, "type");
        boolean source = node.get("sample").isPresent() && node.get("alias").isPresent();
        if (source && !SOURCES.contains(type)) {
            return Optional.of("only tables are read: %s is none".formatted(type.toLowerCase(Locale.ROOT)));
        }
        if (type.equals("BASE_TABLE")) {
            return table(node, known);
        }
        if (type.equals("TABLE_FUNCTION")) {
            return node.get("function")
                    .map(function -> lower(text((Json.Obj) function, "function_name")))
                    .filter(name -> !TABLE_FUNCTIONS.contains(name))
                    .map("there is no table function '%s' here"::formatted);
        }
        return type.equals("FUNCTION") ? function(lower(text(node, "function_name"))) : Optional.empty();
    }

    private Optional<String> table(Json.Obj node, Set<String> known) {
        String name = text(node, "table_name");
        boolean own = Set.of("", "main").contains(text(node, "schema_name"))
                && text(node, "catalog_name").isEmpty()
                && known.contains(lower(name));
        return own ? Optional.empty() : Optional.of(missing(name));
    }

    private String missing(String name) {
        return Optional.ofNullable(absent.get(lower(name)))
                .map(why -> "the table '%s' %s".formatted(name, why))
                .orElseGet(() -> "there is no table '%s'%s"
                        .formatted(
                                name,
                                NearWord.of(lower(name), tables)
                                        .map("; did you mean '%s'?"::formatted)
                                        .orElse("")));
    }

    private static Optional<String> function(String name) {
        return FORBIDDEN.stream().anyMatch(name::startsWith)
                ? Optional.of("there is no function '%s' here".formatted(name))
                : Optional.empty();
    }

    /** Every object in the tree. */
    private static Stream<Json.Obj> nodes(Json json) {
        return switch (json) {
            case Json.Obj object ->
                Stream.concat(
                        Stream.of(object), object.members().values().stream().flatMap(Guard::nodes));
            case Json.Arr(var items) -> items.stream().flatMap(Guard::nodes);
            default -> Stream.empty();
        };
    }

    private static List<Json> items(Optional<Json> list) {
        return list.orElse(Json.Null.VALUE) instanceof Json.Arr(var items) ? items : List.of();
    }

    private static String text(Json.Obj node, String name) {
        return node.get(name).orElse(Json.Null.VALUE) instanceof Json.Str(var text) ? text : "";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
