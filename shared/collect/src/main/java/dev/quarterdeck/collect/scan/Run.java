package dev.quarterdeck.collect.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.facts.FactMaker;
import dev.quarterdeck.inventory.Coverage;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What all parts of one scan share. */
record Run(Asking asking, Wanted wanted, FactMaker facts, Outlet outlet, Pace pace, Terms terms) {

    /** What was asked for, and the time. */
    record Terms(ScanRequest request, Clock clock, ConcurrentMap<AccountId, String> claims) {
        Terms(ScanRequest request, Clock clock) {
            this(request, clock, new ConcurrentHashMap<>());
        }
    }

    ScanRequest request() {
        return terms.request;
    }

    Clock clock() {
        return terms.clock;
    }

    /** Everything that cannot be read of an account, or of one of its areas. */
    void uncovered(Coverage.Area area, Refusal why) {
        outlet.coverage(new Coverage(area, why.status(), why.reason(), 0, clock().instant()));
    }
}
