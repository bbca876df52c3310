package dev.quarterdeck.collect.scan;

import java.util.List;

/** Which regions to look at. Global types are looked at in any case. */
public sealed interface RegionChoice {
    /** Every region that the account has enabled; the others are told as opted out. */
    record AllEnabled() implements RegionChoice {}

    /** These and no others, whether the account has them or not. */
    record Named(List<String> regions) implements RegionChoice {
        public Named {
            regions = regions.stream().distinct().toList();
        }
    }
}
