package dev.quarterdeck.collect.history;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An account of which nothing is told, since some of it would be wrong. Its coverage says so. */
record DamagedAccount(Generation generation, String why) implements AccountFacts {
    static DamagedAccount of(Generation generation, DamagedObjectException damage) {
        return new DamagedAccount(
                generation,
                "the facts of account %s cannot be read (%s): scan it again"
                        .formatted(generation.account(), damage.getMessage()));
    }

    @Override
    public Optional<String> damage() {
        return Optional.of(why);
    }

    @Override
    public Optional<Json.Obj> resource(Uid uid) {
        return Optional.empty();
    }

    @Override
    public void resources(Consumer<Json.Obj> taker) {
        // see coverage
    }

    @Override
    public void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker) {
        // see coverage
    }

    @Override
    public void bearing(Set<String> words, Consumer<Json.Obj> taker) {
        // see coverage
    }

    @Override
    public void edges(Consumer<Json.Obj> taker) {
        // see coverage
    }

    @Override
    public void edges(Ends ends, Consumer<Json.Obj> taker) {
        // see coverage
    }

    @Override
    public long gaps() {
        return coverage().size();
    }

    @Override
    public List<Json.Obj> coverage() {
        return Ledger.nothing(generation.account(), why, generation.at()).rows();
    }
}
