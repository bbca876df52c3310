package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.Cells;
import dev.quarterdeck.inventory.asking.Csv;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.report.Columns;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;

/** Rows of an answer, for people, spreadsheets or programs; all pages of one answer are one list. */
final class AnswerReport {
    private final Shell shell;
    private final Form form;
    private final List<String> columns;
    private final PrintWriter out;
    private final Columns table = new Columns();
    private boolean begun;

    AnswerReport(Shell shell, Form form, List<String> columns) {
        this.shell = shell;
        this.form = form;
        this.columns = columns;
        this.out = shell.out();
        columns.forEach(table::left);
        if (form == Form.csv) {
            out.println(Csv.line(columns.stream().<Json>map(Json::of).toList()));
        }
    }

    void add(List<Json> values) {
        switch (form) {
            case table -> table.row(values.stream().map(Cells::text).toArray());
            case csv -> out.println(Csv.line(values));
            case ndjson -> out.println(object(values).text());
            case json -> out.print((begun ? ",\n" : "[\n") + object(values).text());
        }
        begun = true;
    }

    private Json.Obj object(List<Json> values) {
        var members = new LinkedHashMap<String, Json>();
        for (int i = 0; i < columns.size(); i++) {
            members.put(columns.get(i), values.get(i));
        }
        return new Json.Obj(members);
    }

    /** {@code remark} is for people only. */
    void end(String remark) {
        switch (form) {
            case table -> {
                if (begun) {
                    table.lines(shell.screen().width(), shell.screen().outputStyle())
                            .forEach(out::println);
                    out.println();
                }
                out.println(shell.screen().outputStyle().dim(remark));
            }
            case json -> out.println(begun ? "\n]" : "[]");
            case csv, ndjson -> {}
        }
        out.flush();
    }
}
