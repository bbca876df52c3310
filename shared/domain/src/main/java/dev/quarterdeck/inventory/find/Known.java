package dev.quarterdeck.inventory.find;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Facts that can be read from front to back as often as somebody likes, the same each time. Whoever has an index need not
 * read all of them to find some.
 */
public interface Known {
    void resources(Consumer<Json.Obj> taker);

    void edges(Consumer<Json.Obj> taker);

    /** Those that bear one of the {@link Words}, and perhaps more. */
    default void bearing(Set<String> words, Consumer<Json.Obj> taker) {
        resources(taker);
    }

    default void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker) {
        var uids = new HashSet<>(wanted);
        resources(row -> {
            if (uids.contains(Fields.of(row).text("uid", Uid::new))) {
                taker.accept(row);
            }
        });
    }

    /** The edges from and to these. */
    default void edges(Ends ends, Consumer<Json.Obj> taker) {
        edges(edge -> {
            if (ends.touches(edge)) {
                taker.accept(edge);
            }
        });
    }
}
