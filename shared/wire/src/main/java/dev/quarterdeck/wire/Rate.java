package dev.quarterdeck.wire;

/** A token bucket as AWS publishes them: {@code burst} calls at once, refilled at {@code perSecond}. */
public record Rate(double burst, double perSecond) {
    private static final int WITHOUT_JITTER = 97;

    public Rate {
        if (!(burst >= 1) || !(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "rate must allow a call and refill: %s at once, %s a second".formatted(burst, perSecond));
        }
    }

    /**
     * The part of it that we may use; never less than one call at a time. Of the whole, three percent are left for what the
     * network does to the spacing of calls: to be throttled costs more.
     */
    Rate percent(int asked) {
        int percent = Math.min(asked, WITHOUT_JITTER);
        return new Rate(Math.max(1, burst * percent / 100), perSecond * percent / 100);
    }
}
