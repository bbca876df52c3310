package dev.quarterdeck.wire;

/** A token bucket as AWS publishes them: {@code burst} calls at once, refilled at {@code perSecond}. */
public record Rate(double burst, double perSecond) {
    private static final double JITTER_SECONDS = 0.25;

    public Rate {
        if (!(burst >= 1) || !(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "rate must allow a call and refill: %s at once, %s a second".formatted(burst, perSecond));
        }
    }

    /**
     * The part of it that we may use; never less than one call at a time. Tokens for a quarter of a second stay in AWS's
     * bucket, for so far the way there may push calls together: to be throttled costs more.
     */
    Rate percent(int asked) {
        double spare = perSecond * JITTER_SECONDS;
        return new Rate(Math.max(1, Math.min(burst * asked / 100, burst - spare)), perSecond * asked / 100);
    }
}
