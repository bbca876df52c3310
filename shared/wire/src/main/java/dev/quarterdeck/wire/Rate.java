package dev.quarterdeck.wire;

/** A token bucket as AWS publishes them: {@code burst} calls at once, refilled at {@code perSecond}. */
public record Rate(double burst, double perSecond) {
    public Rate {
        if (!(burst >= 1) || !(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "rate must allow a call and refill: %s at once, %s a second".formatted(burst, perSecond));
        }
    }

    /** The part of it that we may use; never less than one call at a time. */
    Rate percent(int percent) {
        return new Rate(Math.max(1, burst * percent / 100), perSecond * percent / 100);
    }
}
