package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.Resource;
import java.util.List;

/** Which regions to look at. Global types are looked at in any case, unless a part is named. */
public sealed interface RegionChoice {
    /** Whether no account need be asked which of them it has, because nobody can opt out of any. */
    default boolean isCertain() {
        return this instanceof Named(var names) && Partitions.ENABLED_BY_DEFAULT.containsAll(names);
    }

    /** Whether what belongs to no region is looked at. */
    default boolean holdsGlobal() {
        return !(this instanceof Part(var name)) || name.equals(Resource.Place.GLOBAL);
    }

    /** Every region that the account has enabled; the others are told as opted out. */
    record AllEnabled() implements RegionChoice {}

    /**
     * One part of an account, so that each can be looked at by another worker: a region that it has, or {@link
     * Resource.Place#GLOBAL} for what belongs to none and for telling which regions it has not enabled.
     */
    record Part(String name) implements RegionChoice {}

    /** These and no others, whether the account has them or not. */
    record Named(List<String> regions) implements RegionChoice {
        public Named {
            regions = regions.stream().distinct().toList();
        }
    }
}
