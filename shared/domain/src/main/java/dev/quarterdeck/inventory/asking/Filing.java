package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.objects.Objects;

/** What writes files of resources, and where they are kept. */
public record Filing(ResourceFiles files, Objects objects) {}
