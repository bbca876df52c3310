package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.NamedSegmentWriter;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.find.Words;
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
        try (NamedSegmentWriter writer = NamedSegmentWriter.begin()) {
            snapshot.rows(
                    _ -> true,
                    (entry, row) -> writer.row(
                            new NamedSegmentWriter.Head(entry.uid(), entry.content(), entry.whole()),
                            row.bytes(),
                            Words.of(row.json())));
            snapshot.allGone(writer::gone);
            var names =
                    new Names(generation.account(), generation.told().source().scan());
            return generation.compacted(writer.finish(objects, names.of("base")), now);
        }
    }
}
