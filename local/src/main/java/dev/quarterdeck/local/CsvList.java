package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.Csv;
import dev.quarterdeck.kernel.Json;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Things of one kind for a spreadsheet: a column for each member that any of them has, in the order in which they come. */
final class CsvList {
    private final PrintWriter out;
    private final List<String> columns;

    CsvList(PrintWriter out, Collection<String> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
        out.print(Csv.line(columns.stream().<Json>map(Json::of).toList()) + "\n");
    }

    /** Nothing at all where there is nothing: of what is not there nobody knows the columns. */
    static void print(List<Json.Obj> things, PrintWriter out) {
        var columns = new LinkedHashSet<String>();
        things.forEach(thing -> columns.addAll(thing.members().keySet()));
        if (!columns.isEmpty()) {
            var list = new CsvList(out, columns);
            things.forEach(list::add);
        }
    }

    void add(Json.Obj thing) {
        out.print(Csv.line(columns.stream()
                        .map(column -> thing.get(column).orElse(Json.Null.VALUE))
                        .toList())
                + "\n");
    }
}
