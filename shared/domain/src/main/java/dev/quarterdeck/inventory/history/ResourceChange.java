package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.rows.Columns;
import java.util.Optional;

/** What became of one resource: some time after {@code from}, when it was last seen as it had been, and until {@code to}. */
public record ResourceChange(Alteration what, Interval when) {
    /** Instants as rows hold them, and the scan that told. */
    public record Interval(Optional<String> from, String to, String scan) {}

    public Columns columns() {
        return to -> {
            what.columns().into(to);
            to.text("at_from", when.from()).text("at_to", when.to()).text("scan_id", when.scan());
        };
    }
}
