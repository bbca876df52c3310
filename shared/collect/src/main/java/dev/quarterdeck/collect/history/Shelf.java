package dev.quarterdeck.collect.history;

import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.Optional;

/** The store, and the ledgers that were read from it last: they are long, and few questions are about many of them. */
record Shelf(Objects objects, Lately<ObjectName, Ledger> ledgers) {
    private static final int LEDGERS = 32;

    static Shelf over(Objects objects) {
        return new Shelf(objects, new Lately<>(LEDGERS));
    }

    Ledger ledger(Generation generation) throws IOException {
        ObjectName name = generation.told().coverage();
        Optional<Ledger> known = ledgers.get(name);
        if (known.isPresent()) {
            return known.get();
        }
        Ledger read = Ledger.read(objects, Optional.of(name));
        ledgers.put(name, read);
        return read;
    }
}
