package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.Segment;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
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
                Segment.open(objects, segment).check();
            }
            Lines.check(objects, generation.told().edges());
            Lines.check(objects, generation.told().coverage());
            return Optional.empty();
        } catch (DamagedObjectException e) {
            return Optional.of(e);
        }
    }

    /** Fails with {@link DamagedObjectException} where anything is wrong with what was seen. */
    void check(Look look) throws IOException {
        Segment.open(objects, look.rows()).check();
        Lines.check(objects, look.edges());
        Lines.check(objects, look.coverage());
    }
}
