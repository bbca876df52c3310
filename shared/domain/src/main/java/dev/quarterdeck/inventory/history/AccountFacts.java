package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.kernel.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The facts of one account at one instant. Whatever is published meanwhile, they stay as they are. */
public interface AccountFacts {
    Generation generation();

    /** What keeps them from being told, in words; they are empty then, and coverage says so too. */
    Optional<String> damage();

    /** A resource, with when it was first and last seen. */
    Optional<Json.Obj> resource(Uid uid);

    void resources(Consumer<Json.Obj> taker);

    /** Those of these resources that are there, in no order that means anything. */
    void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker);

    /** Those that bear one of these words, as {@link dev.quarterdeck.inventory.find.Words} makes them, and perhaps more. */
    void bearing(Set<String> words, Consumer<Json.Obj> taker);

    void edges(Consumer<Json.Obj> taker);

    /** The edges from and to these. */
    void edges(Ends ends, Consumer<Json.Obj> taker);

    /** The last look at each region and type, and when all there is was last listed there. */
    List<Json.Obj> coverage();

    /** How many areas the last look did not see in full. */
    long gaps();
}
