package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.EdgeLines;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One generation of an account, as its segments and the ledger tell it together. */
final class SegmentedAccount implements AccountFacts {
    private final Generation generation;
    private final Shelf shelf;
    private final Snapshot snapshot;
    private final long gaps;
    private final Runnable damaged;
    private Optional<EdgeLines.Reader> edges = Optional.empty();

    private SegmentedAccount(Generation generation, Shelf shelf, Known known, Runnable damaged) {
        this.generation = generation;
        this.shelf = shelf;
        this.snapshot = known.snapshot();
        this.gaps = known.ledger().gaps();
        this.damaged = damaged;
    }

    /** {@code damaged} is told when something cannot be read that could be read before. */
    static SegmentedAccount open(Generation generation, Shelf shelf, Runnable damaged) throws IOException {
        var known = new Known(Snapshot.of(generation, shelf.objects()), shelf.ledger(generation));
        return new SegmentedAccount(generation, shelf, known, damaged);
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
    public void bearing(Set<String> words, Consumer<Json.Obj> taker) {
        read(() -> {
            snapshot.bearing(words, (_, row) -> taker.accept(told(row.json())));
            return generation;
        });
    }

    @Override
    public void edges(Ends ends, Consumer<Json.Obj> taker) {
        read(() -> {
            edgesByEnd().read(ends, taker);
            return generation;
        });
    }

    private synchronized EdgeLines.Reader edgesByEnd() {
        if (edges.isEmpty()) {
            edges = Optional.of(
                    EdgeLines.Reader.of(shelf.objects(), generation.told().edges()));
        }
        return edges.get();
    }

    @Override
    public void edges(Consumer<Json.Obj> taker) {
        read(() -> {
            Lines.read(shelf.objects(), generation.told().edges(), taker);
            return generation;
        });
    }

    @Override
    public List<Json.Obj> coverage() {
        return ledger().rows();
    }

    @Override
    public long gaps() {
        return gaps;
    }

    Ledger ledger() {
        return read(() -> shelf.ledger(generation));
    }

    /** For those who hold this account against another. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** A row that was not written again was seen again all the same: the ledger knows when. */
    private Json.Obj told(Json.Obj whole) {
        Json.Obj row = FactLine.forPeople(whole);
        var sighting = new Sighting(row, row);
        Json.Obj first = row.get(Sighting.FIRST_SEEN).isPresent() ? row : sighting.kept(false);
        if (first.get(Missing.SINCE).isPresent()) {
            return first;
        }
        return sighting.lastSeen(ledger().seenBefore(row))
                .map(at -> first.with(Missing.LAST_SEEN, Json.of(at)))
                .orElse(first);
    }
}
