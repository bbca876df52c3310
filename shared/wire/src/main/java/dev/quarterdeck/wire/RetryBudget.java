package dev.quarterdeck.wire;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Ends retrying where nothing but retries would be left: the token bucket of the AWS SDKs' standard mode, one for each
 * cell, so that a service that always fails costs the others nothing.
 */
final class RetryBudget {
    private static final int FULL = 500;
    private static final int COST = 5;
    private static final int COST_OF_TIME_OUT = 10;

    /** What is left, for cells that are not full. */
    private final ConcurrentMap<Limiter.Cell, Integer> left = new ConcurrentHashMap<>();

    /** Pays for a retry; false if that is more than is left. */
    boolean pay(Limiter.Cell cell, boolean timedOut) {
        int cost = timedOut ? COST_OF_TIME_OUT : COST;
        boolean[] paid = new boolean[1];
        left.compute(cell, (_, before) -> {
            int has = before == null ? FULL : before;
            paid[0] = has >= cost;
            return paid[0] ? has - cost : has;
        });
        return paid[0];
    }

    /** A call went well: gives back what its last retry cost, or one where it needed none. */
    void earn(Limiter.Cell cell, boolean retried) {
        left.computeIfPresent(cell, (_, has) -> has + (retried ? COST : 1) >= FULL ? null : has + (retried ? COST : 1));
    }
}
