package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.stream.Stream;

/** What became of a resource, as rows: one a field, and one where there is none. */
final class ChangeRows {
    private static final List<String> WHOLE = List.of(
            "uid", "type", "account_id", "account_name", "region", "name", "kind", "at_from", "at_to", "scan_id");

    private ChangeRows() {}

    static Stream<Json.Obj> of(Json.Obj change) {
        List<Fields> fields = Fields.of(change).objects("fields");
        return fields.isEmpty()
                ? Stream.of(whole(change).json())
                : fields.stream().map(field -> of(change, field.json()));
    }

    /** No event of AWS is read yet: nobody is named who may not have done it. */
    private static Members whole(Json.Obj change) {
        var row = new Members();
        WHOLE.forEach(column -> change.get(column).ifPresent(value -> row.put(column, value)));
        return row.put("actor", "unknown");
    }

    private static Json.Obj of(Json.Obj change, Json.Obj field) {
        var row = whole(change);
        List.of("path", "old", "new").forEach(name -> field.get(name).ifPresent(value -> row.put(name, value)));
        return row.json();
    }
}
