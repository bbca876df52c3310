package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** How a resource is other than it was. {@code row} is the resource as it is then, or as it was where it is gone. */
public record Alteration(ChangeKind kind, Json.Obj row, List<Difference> fields) {
    private static final List<String> WHAT = List.of("uid", "type", "account_id", "account_name", "region", "name");

    public Alteration {
        fields = List.copyOf(fields);
    }

    public Columns columns() {
        return to -> {
            Fields known = Fields.of(row);
            WHAT.forEach(column -> to.text(column, known.maybeText(column)));
            to.text("kind", kind)
                    .json(
                            "fields",
                            Json.of(fields.stream().<Json>map(Alteration::json).toList()));
        };
    }

    private static Json.Obj json(Difference field) {
        var members = new Members().put("path", field.path());
        field.before().ifPresent(value -> members.put("old", value));
        field.after().ifPresent(value -> members.put("new", value));
        return members.json();
    }
}
