package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Ends;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One generation of an account, as its segments and the ledger tell it together. */
final class SegmentedAccount implements AccountFacts {
    private final Generation generation;
    private final Objects objects;
    private final Snapshot snapshot;
    private final Ledger ledger;
    private final Runnable damaged;

    private SegmentedAccount(Generation generation, Objects objects, Known known, Runnable damaged) {
        this.generation = generation;
        this.objects = objects;
        this.snapshot = known.snapshot();
        this.ledger = known.ledger();
        this.damaged = damaged;
    }

    /** {@code damaged} is told when something cannot be read that could be read before. */
    static SegmentedAccount open(Generation generation, Objects objects, Runnable damaged) throws IOException {
        return new SegmentedAccount(generation, objects, Known.of(Optional.of(generation), objects), damaged);
    }

    /** Reads from the store. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            damaged.run();
            throw SegmentFacts.unreadable(generation, e);
        }
    }

    @Override
    public Generation generation() {
        return generation;
    }

    @Override
    public Optional<String> damage() {
        return Optional.empty();
    }

    @Override
    public Optional<Json.Obj> resource(Uid uid) {
        return read(() -> snapshot.row(uid)).map(this::told);
    }

    @Override
    public void resources(Consumer<Json.Obj> taker) {
        read(() -> {
            snapshot.rows(_ -> true, (_, row) -> taker.accept(told(row.json())));
            return generation;
        });
    }

    @Override
    public void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker) {
        read(() -> {
            snapshot.rows(wanted, (_, row) -> taker.accept(told(row.json())));
            return generation;
        });
    }

    @Override
    public void edges(Ends ends, Consumer<Json.Obj> taker) {
        edges(edge -> {
            if (ends.touches(edge)) {
                taker.accept(edge);
            }
        });
    }

    @Override
    public void edges(Consumer<Json.Obj> taker) {
        read(() -> {
            Lines.read(objects, generation.told().edges(), taker);
            return generation;
        });
    }

    @Override
    public List<Json.Obj> coverage() {
        return ledger.rows();
    }

    /** As {@link #read}, for those who hold this account against another. */
    Known known() {
        return new Known(snapshot, ledger);
    }

    /** A row that was not written again was seen again all the same: the ledger knows when. */
    private Json.Obj told(Json.Obj whole) {
        Json.Obj row = FactLine.forPeople(whole);
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
