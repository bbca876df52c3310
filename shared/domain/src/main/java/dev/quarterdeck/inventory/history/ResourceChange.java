package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;

/**
 * What became of one resource: some time after {@code from}, when it was last seen as it had been, and until {@code to}.
 * {@code row} is the resource as it is now, or as it was where it is gone.
 */
public record ResourceChange(ChangeKind kind, Json.Obj row, Interval when, List<Difference> fields) {
    private static final List<String> WHAT = List.of("uid", "type", "account_id", "account_name", "region", "name");

    /** Instants as rows hold them, and the scan that told. */
    public record Interval(Optional<String> from, String to, String scan) {}

    public ResourceChange {
        fields = List.copyOf(fields);
    }

    public Columns columns() {
        return to -> {
            Fields known = Fields.of(row);
            WHAT.forEach(column -> to.text(column, known.maybeText(column)));
            to.text("kind", kind)
                    .text("at_from", when.from())
                    .text("at_to", when.to())
                    .text("scan_id", when.scan())
                    .json(
                            "fields",
                            Json.of(fields.stream()
                                    .<Json>map(ResourceChange::json)
                                    .toList()));
        };
    }

    private static Json.Obj json(Difference field) {
        var members = new Members().put("path", field.path());
        field.before().ifPresent(value -> members.put("old", value));
        field.after().ifPresent(value -> members.put("new", value));
        return members.json();
    }
}
