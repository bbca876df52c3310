package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.inventory.asking.SqlSchema;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.function.Function;

/** Somebody's own SELECT over the rows that they may see, and what it can ask. */
final class QueryApi {
    private final Seen seen;
    private final SqlQueries queries;

    QueryApi(Seen seen, SqlQueries queries) {
        this.seen = seen;
        this.queries = queries;
    }

    List<Route> routes() {
        return List.of(
                Route.list("query", this::query), Route.list("describeTables", _ -> Reply.ok(json(queries.schema()))));
    }

    /** An answer is not kept for a repeated request: it reads and changes nothing. */
    private Reply query(Call call) {
        String sql = Fields.of(call.body()).text("sql");
        return switch (queries.ask(sql, seen.sight(call))) {
            case SqlAnswer.Refused(var why) -> throw new FailureException(Failure.invalid("/sql", why));
            case SqlAnswer.Rows answer ->
                Reply.ok(new Members()
                                .put("columns", answer.columns())
                                .put("rows", Json.of(answer.rows()))
                                .put("cut", answer.cut())
                                .json())
                        .once();
        };
    }

    private static Json.Obj json(SqlSchema schema) {
        return new Members()
                .put("tables", list(schema.tables(), QueryApi::table))
                .put("views", schema.views())
                .put(
                        "absent",
                        list(
                                schema.absent(),
                                table -> new Members().put("name", table.name()).put("why", table.why())))
                .put(
                        "examples",
                        list(
                                schema.examples(),
                                example -> new Members()
                                        .put("question", example.question())
                                        .put("sql", example.sql())))
                .json();
    }

    private static Members table(SqlSchema.Table table) {
        return new Members()
                .put("name", table.name())
                .put(
                        "columns",
                        list(
                                table.columns(),
                                column -> new Members()
                                        .put("name", column.name())
                                        .put("type", column.type())
                                        .put("about", column.about())));
    }

    private static <T> Json list(List<T> items, Function<T, Members> form) {
        return Json.of(items.stream().map(form).map(Members::json).toList());
    }
}
