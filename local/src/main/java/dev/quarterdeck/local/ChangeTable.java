package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.report.Columns;
import java.util.ArrayList;
import java.util.List;

/** What changed, for people to read: a line for each field; one for what has none. */
final class ChangeTable {
    private static final List<String> WHAT = List.of("account_id", "region", "kind", "type", "name");

    private final Columns table;
    private final List<String> columns;

    private ChangeTable(Columns table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Changes, each with when it was there at the latest. */
    static void words(List<Fields> changes, Columns table) {
        var columns = new ArrayList<>(List.of("at_to"));
        columns.addAll(WHAT);
        table.left("UNTIL");
        new ChangeTable(table, columns).rows(changes);
    }

    /** What is other than it was, whenever that came about. */
    static void differences(List<Fields> differences, Columns table) {
        new ChangeTable(table, WHAT).rows(differences);
    }

    private void rows(List<Fields> changes) {
        table.left("ACCOUNT")
                .left("REGION")
                .left("KIND")
                .left("TYPE")
                .prose("NAME")
                .prose("FIELD")
                .prose("BEFORE")
                .prose("AFTER");
        for (Fields change : changes) {
            List<Fields> fields = change.objects("fields");
            if (fields.isEmpty()) {
                row(change, "", "", "");
            }
            fields.forEach(field ->
                    row(change, field.text("path"), FieldWords.value(field, "old"), FieldWords.value(field, "new")));
        }
    }

    private void row(Fields change, String path, String before, String after) {
        var cells = new ArrayList<>(columns.stream().map(change::text).toList());
        cells.addAll(List.of(path, before, after));
        table.row(cells.toArray());
    }
}
