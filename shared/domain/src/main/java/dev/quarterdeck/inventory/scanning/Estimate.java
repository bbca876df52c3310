package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a scan will ask, or so many scans. Lists are counted exactly; what is asked of each resource is counted with what
 * the last scan found, and {@code known} is false where there was none.
 */
public record Estimate(Reach reach, Requests requests, boolean known) {
    /** AWS's price of another copy of management events; the first one of each account is free. */
    private static final BigDecimal USD_AN_EVENT = new BigDecimal("0.00002");

    /** What AWS asks for the dearest of the calls that cost money at all. */
    private static final BigDecimal USD_A_PAID_REQUEST = new BigDecimal("0.01");

    public record Reach(long accounts, long regions) {}

    public record Requests(long calls, long paid, long atLeastSeconds) {}

    public Estimate times(long runs) {
        var all = new Requests(requests.calls * runs, requests.paid * runs, requests.atLeastSeconds * runs);
        return new Estimate(reach, all, known);
    }

    /** Every call is a read, which CloudTrail keeps as a management event; none reads data. */
    public Json.Obj json() {
        return new Members()
                .put("accounts", reach.accounts)
                .put("regions", reach.regions)
                .put("calls", requests.calls)
                .put("paid_calls", requests.paid)
                .put("management_events", requests.calls)
                .put("data_events", 0)
                .put("est_usd", usd(requests.paid, USD_A_PAID_REQUEST))
                .put("second_trail_usd", usd(requests.calls, USD_AN_EVENT))
                .put("at_least_seconds", requests.atLeastSeconds)
                .put("complete", known)
                .json();
    }

    private static Json usd(long count, BigDecimal each) {
        return new Json.Num(each.multiply(BigDecimal.valueOf(count)).setScale(2, RoundingMode.HALF_UP));
    }
}
