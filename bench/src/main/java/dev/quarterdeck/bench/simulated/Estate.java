package dev.quarterdeck.bench.simulated;

import java.util.List;

/**
 * The accounts that are simulated: {@code barred} regions answer every call with an organization's denial, of the others
 * {@code emptyPercent} hold nothing; the rest hold the canned rows.
 */
record Estate(int accounts, List<String> regions, List<String> barred, int emptyPercent, int rows) {
    String account(int index) {
        return "%012d".formatted(100_000_000_000L + index);
    }

    boolean isBarred(String region) {
        return barred.contains(region);
    }

    /** Always the same for an account and region, and spread evenly. */
    boolean isEmpty(String account, String region) {
        return Math.floorMod((account + region).hashCode() * 0x9E3779B1, 100) < emptyPercent;
    }
}
