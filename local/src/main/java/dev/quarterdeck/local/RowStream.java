package dev.quarterdeck.local;

import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.kernel.Json;
import java.io.PrintWriter;
import java.util.Optional;

/** Resources on standard output as they come: one a line, or as one list. */
final class RowStream {
    private final PrintWriter out;
    private final Form form;
    private boolean begun;
    private Optional<CsvList> spreadsheet = Optional.empty();

    RowStream(PrintWriter out, Form form) {
        this.out = out;
        this.form = form;
    }

    void add(Columns row) {
        switch (form) {
            case table -> {}
            case csv -> csv(row.json());
            case ndjson -> out.print(row.json().text() + "\n");
            case json -> out.print((begun ? ",\n" : "[\n") + row.json().text());
        }
        begun = true;
        if (form != Form.table) {
            out.flush();
        }
    }

    /** Rows have all columns, whether there is something in them or not. */
    private void csv(Json.Obj row) {
        CsvList list =
                spreadsheet.orElseGet(() -> new CsvList(out, row.members().keySet()));
        spreadsheet = Optional.of(list);
        list.add(row);
    }

    void end() {
        if (form == Form.json) {
            out.print(begun ? "\n]\n" : "[]\n");
        }
        out.flush();
    }

    /** Whoever read this has gone away, as {@code head} does. */
    boolean broken() {
        return out.checkError();
    }
}
