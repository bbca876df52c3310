package dev.quarterdeck.collect.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.facts.FactMaker;
import dev.quarterdeck.inventory.Coverage;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What all parts of one scan share. */
record Run(Asking asking, Wanted wanted, Making making, Outlet outlet, Pace pace, Terms terms) {
    private static final int ACCOUNTS_OPENING = 16;
    private static final int REGIONS_AT_ONCE = 64;

    /** What was asked for, and the time. */
    record Terms(
            ScanRequest request, Clock clock, ConcurrentMap<AccountId, String> claims, Berths opening, Berths regions) {
        Terms(ScanRequest request, Clock clock) {
            this(
                    request,
                    clock,
                    new ConcurrentHashMap<>(),
                    new Berths(ACCOUNTS_OPENING, Duration.ofSeconds(10)),
                    new Berths(REGIONS_AT_ONCE, Duration.ofSeconds(3)));
        }
    }

    /** What makes facts, and what is taken from earlier ones. */
    record Making(FactMaker facts, Thrift thrift) {}

    FactMaker facts() {
        return making.facts;
    }

    Thrift thrift() {
        return making.thrift;
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
