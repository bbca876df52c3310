package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.inventory.history.Mender;
import dev.quarterdeck.inventory.history.Retention;
import dev.quarterdeck.kernel.objects.Objects;

/** With what a hub that holds facts keeps them in order: where they lie, who mends them, and how long they are kept. */
public record Care(Objects objects, Mender mender, Retention retention) {}
