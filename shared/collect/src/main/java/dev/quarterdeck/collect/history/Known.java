package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a generation says is there, and what it says of all looking; of an account that has none, nothing. */
record Known(Snapshot snapshot, Ledger ledger) {
    static Known of(Optional<Generation> generation, Objects objects) throws IOException {
        return new Known(
                Snapshot.of(generation.map(Generation::segments).orElse(List.of()), objects),
                Ledger.read(objects, generation.map(one -> one.told().coverage())));
    }
}
