package dev.quarterdeck.collect.scan;

import java.util.List;

/** Which regions to look at. Global types are looked at in any case. */
public sealed interface RegionChoice {
    /** Whether no account need be asked which of them it has, because nobody can opt out of any. */
    default boolean isCertain() {
        return this instanceof Named(var names) && Partitions.ENABLED_BY_DEFAULT.containsAll(names);
    }

    /** Every region that the account has enabled; the others are told as opted out. */
    record AllEnabled() implements RegionChoice {}

    /** These and no others, whether the account has them or not. */
    record Named(List<String> regions) implements RegionChoice {
        public Named {
            regions = regions.stream().distinct().toList();
        }
    }
}
