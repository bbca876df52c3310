package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.history.Difference;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Locale;

/** What became of one resource since the earlier scan. */
public record Change(Kind kind, String type, String name, String account, String region, List<Difference> fields) {
    /** {@code REMADE}: under the same name there is another one now. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMADE,
        REMOVED;

        @Override
        public String toString() {
            return this == REMADE ? "re-made" : name().toLowerCase(Locale.ROOT);
        }
    }

    public Change {
        fields = List.copyOf(fields);
    }

    static Change of(Kind kind, Json.Obj row, List<Difference> fields) {
        return new Change(
                kind,
                Fields.of(row).maybeText("type").orElse(""),
                Fields.of(row).maybeText("name").orElse(""),
                Fields.of(row).maybeText("account_id").orElse(""),
                Fields.of(row).maybeText("region").orElse(""),
                fields);
    }
}
