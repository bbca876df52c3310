package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an answer crosses from one process to another, one JSON value a line. */
final class Message {
    /** All rows are in: from here on time counts. */
    static final String READY = "\"ready\"";

    private static final String NEEDS = "needs";
    private static final String REFUSED = "refused";
    private static final String COLUMNS = "columns";
    private static final String CUT = "cut";

    private Message() {}

    /** What a line with one of its rows begins with. */
    static char mark(Sheet sheet) {
        return switch (sheet) {
            case RESOURCES -> 'r';
            case EDGES -> 'e';
            case COVERAGE -> 'c';
            case ACCOUNTS -> 'a';
            case CHANGES -> 'd';
        };
    }

    /** That a query may run, and which rows it takes. */
    static String needs(Collection<Sheet> sheets) {
        return one(NEEDS, Json.of(sheets.stream().map(Sheet::name).map(Json::of).toList()));
    }

    /** The rows that are asked for; nothing if this line does not ask for rows. */
    static Optional<List<Sheet>> needed(String line) {
        return Json.parse(line) instanceof Json.Obj asked && asked.get(NEEDS).isPresent()
                ? Optional.of(Fields.of(asked).texts(NEEDS, Sheet::valueOf))
                : Optional.empty();
    }

    static Stream<String> lines(SqlAnswer answer) {
        return switch (answer) {
            case SqlAnswer.Refused(var why) -> Stream.of(one(REFUSED, Json.of(why)));
            case SqlAnswer.Rows(var columns, var rows, var cut) ->
                Stream.of(
                                Stream.of(one(
                                        COLUMNS,
                                        Json.of(columns.stream().map(Json::of).toList()))),
                                rows.stream().map(Json::text),
                                Stream.of(one(CUT, Json.of(cut))))
                        .flatMap(lines -> lines);
        };
    }

    private static String one(String name, Json value) {
        return Json.Obj.EMPTY.with(name, value).text();
    }

    /** The answer, if all of it came. */
    static Optional<SqlAnswer> answer(List<String> lines) {
        if (lines.isEmpty() || !(Json.parse(lines.getLast()) instanceof Json.Obj last)) {
            return Optional.empty();
        }
        if (last.get(REFUSED).orElse(Json.Null.VALUE) instanceof Json.Str(var why)) {
            return Optional.of(new SqlAnswer.Refused(why));
        }
        return last.get(CUT).map(cut -> rows(lines, cut.equals(Json.Bool.TRUE)));
    }

    private static SqlAnswer rows(List<String> lines, boolean cut) {
        var columns = new ArrayList<String>();
        if (((Json.Obj) Json.parse(lines.getFirst())).get(COLUMNS).orElse(Json.Null.VALUE)
                instanceof Json.Arr(var names)) {
            names.forEach(name -> columns.add(((Json.Str) name).value()));
        }
        return new SqlAnswer.Rows(
                columns,
                lines.subList(1, lines.size() - 1).stream()
                        .map(line -> (Json.Arr) Json.parse(line))
                        .toList(),
                cut);
    }
}
