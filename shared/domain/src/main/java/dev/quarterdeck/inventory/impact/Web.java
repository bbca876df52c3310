package dev.quarterdeck.inventory.impact;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.kernel.Json;
import java.util.Collection;
import java.util.function.Consumer;

/** Resources of all accounts, and how they hang together. */
public interface Web {
    void edges(Ends ends, Consumer<Json.Obj> taker);

    void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker);
}
