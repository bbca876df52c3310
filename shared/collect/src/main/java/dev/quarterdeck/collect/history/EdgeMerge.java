package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/** Edges as a scan saw them, and those from resources that it did not see but that are still known. */
final class EdgeMerge {
    private final Objects objects;
    private final Predicate<Uid> unseen;

    EdgeMerge(Objects objects, Predicate<Uid> unseen) {
        this.objects = objects;
        this.unseen = unseen;
    }

    ObjectName of(List<ObjectName> before, List<ObjectName> seen, ObjectName name) throws IOException {
        try (Lines lines = Lines.begin()) {
            for (ObjectName edges : seen) {
                copy(edges, _ -> true, lines);
            }
            for (ObjectName edges : before) {
                copy(edges, unseen, lines);
            }
            return lines.finish(objects, name);
        }
    }

    private void copy(ObjectName edges, Predicate<Uid> wanted, Lines to) throws IOException {
        Lines.read(objects, edges, edge -> {
            if (wanted.test(Fields.of(edge).text("from_uid", Uid::new))) {
                try {
                    to.add(edge);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
