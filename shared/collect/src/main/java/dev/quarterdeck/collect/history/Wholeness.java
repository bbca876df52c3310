package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Segment;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Whether what facts are made of is all there and as it was written. */
final class Wholeness {
    private final Objects objects;

    Wholeness(Objects objects) {
        this.objects = objects;
    }

    /** What is wrong with the facts of this generation, if anything is. Only what its scan found changed is not asked for. */
    Optional<DamagedObjectException> damage(Generation generation) throws IOException {
        try {
            for (SegmentRef segment : generation.segments()) {
                check(segment);
            }
            check(generation.told().edges());
            check(generation.told().coverage());
            return Optional.empty();
        } catch (DamagedObjectException e) {
            return Optional.of(e);
        }
    }

    /** Fails with {@link DamagedObjectException} where anything is wrong with what was seen. */
    void check(Look look) throws IOException {
        check(look.rows());
        check(look.edges());
        check(look.coverage());
    }

    private void check(SegmentRef segment) throws IOException {
        Segment.open(objects, segment);
        check(segment.name());
    }

    /** Its checksum is compared at its end. */
    private void check(ObjectName name) throws IOException {
        try (InputStream stored = objects.get(name).orElseThrow(() -> new DamagedObjectException(name))) {
            stored.transferTo(OutputStream.nullOutputStream());
        }
    }
}
