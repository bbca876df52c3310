package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.SegmentWriter;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Instant;

/** Makes one segment of many: the same facts, and the same memory of what is gone. */
final class Compaction {
    private final Objects objects;

    Compaction(Objects objects) {
        this.objects = objects;
    }

    Generation of(Generation generation, Instant now) throws IOException {
        Snapshot snapshot = Snapshot.of(generation, objects);
        try (SegmentWriter writer = SegmentWriter.begin()) {
            snapshot.rows(
                    _ -> true, (entry, row) -> writer.row(entry.uid(), entry.content(), entry.whole(), row.bytes()));
            snapshot.allGone(writer::gone);
            var names =
                    new Names(generation.account(), generation.told().source().scan());
            return generation.compacted(writer.finish(objects, names.of("base")), now);
        }
    }
}
