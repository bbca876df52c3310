package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.report.Columns;
import java.util.List;

/** Changes for people to read: a line for each field; one for what has none. */
final class ChangeTable {
    private ChangeTable() {}

    static void words(List<Fields> changes, Columns table) {
        table.left("UNTIL")
                .left("ACCOUNT")
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
                row(change, "", "", "", table);
            }
            fields.forEach(field -> row(
                    change, field.text("path"), FieldWords.value(field, "old"), FieldWords.value(field, "new"), table));
        }
    }

    private static void row(Fields change, String path, String before, String after, Columns table) {
        table.row(
                change.text("at_to"),
                change.text("account_id"),
                change.text("region"),
                change.text("kind"),
                change.text("type"),
                change.text("name"),
                path,
                before,
                after);
    }
}
