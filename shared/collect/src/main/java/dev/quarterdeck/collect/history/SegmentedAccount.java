package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One generation of an account, as its segments and the ledger tell it together. */
final class SegmentedAccount implements AccountFacts {
    private final Generation generation;
    private final Objects objects;
    private final Snapshot snapshot;
    private final Ledger ledger;

    private SegmentedAccount(Generation generation, Objects objects, Snapshot snapshot, Ledger ledger) {
        this.generation = generation;
        this.objects = objects;
        this.snapshot = snapshot;
        this.ledger = ledger;
    }

    static SegmentedAccount open(Generation generation, Objects objects) throws IOException {
        return new SegmentedAccount(
                generation,
                objects,
                Snapshot.of(generation, objects),
                Ledger.read(objects, Optional.of(generation.told().coverage())));
    }

    @Override
    public Generation generation() {
        return generation;
    }

    @Override
    public Optional<Json.Obj> resource(Uid uid) {
        return SegmentFacts.read(() -> snapshot.row(uid)).map(this::told);
    }

    @Override
    public void resources(Consumer<Json.Obj> taker) {
        SegmentFacts.read(() -> {
            snapshot.rows(_ -> true, (_, row) -> taker.accept(told(row.json())));
            return generation;
        });
    }

    @Override
    public void edges(Consumer<Json.Obj> taker) {
        SegmentFacts.read(() -> {
            Lines.read(objects, generation.told().edges(), taker);
            return generation;
        });
    }

    @Override
    public List<Json.Obj> coverage() {
        return ledger.rows();
    }

    /** A row that was not written again was seen again all the same: the ledger knows when. */
    private Json.Obj told(Json.Obj row) {
        var sighting = new Sighting(row, row);
        Json.Obj first = row.get(Sighting.FIRST_SEEN).isPresent() ? row : sighting.kept(false);
        if (first.get(Missing.SINCE).isPresent()) {
            return first;
        }
        return sighting.lastSeen(ledger.seenBefore(row))
                .map(at -> first.with(Missing.LAST_SEEN, Json.of(at)))
                .orElse(first);
    }
}
