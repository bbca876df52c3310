package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import java.util.Arrays;
import java.util.Comparator;

/** The order of a directory: by the bits of uids, which is not quite that of their texts. */
final class Uids {
    static final Comparator<Uid> BY_BITS = (some, other) -> Arrays.compareUnsigned(some.bits(), other.bits());

    private Uids() {}
}
