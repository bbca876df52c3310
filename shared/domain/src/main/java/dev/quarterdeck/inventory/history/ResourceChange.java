package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.rows.Columns;
import java.time.Instant;
import java.util.Optional;

/** What became of one resource: some time after {@code from}, when it was last seen as it had been, and until {@code to}. */
public record ResourceChange(Alteration what, Interval when) {
    /** Instants as rows hold them, and the scan that told. Where a clock was put back meanwhile, nobody knows since when. */
    public record Interval(Optional<String> from, String to, String scan) {
        public Interval {
            Instant end = Instant.parse(to);
            from = from.filter(begin -> !Instant.parse(begin).isAfter(end));
        }
    }

    public Columns columns() {
        return to -> {
            what.columns().into(to);
            to.text("at_from", when.from()).text("at_to", when.to()).text("scan_id", when.scan());
        };
    }
}
