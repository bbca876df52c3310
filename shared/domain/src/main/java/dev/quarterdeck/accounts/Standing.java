package dev.quarterdeck.accounts;

import java.time.Instant;

/** How an account stands with the hub: status, last trial, health, and what the hub can do there. */
public record Standing(Status status, Trial trial, Health health, Capabilities capabilities) {
    public static Standing fresh(Instant now) {
        return new Standing(Status.PENDING, Trial.NONE, Health.unknown(now), Capabilities.NONE);
    }

    public Standing with(Status other) {
        return new Standing(other, trial, health, capabilities);
    }

    public Standing with(Health other) {
        return new Standing(status, trial, health.then(other), capabilities);
    }
}
