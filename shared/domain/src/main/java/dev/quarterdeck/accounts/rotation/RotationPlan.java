package dev.quarterdeck.accounts.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often an account's credential is changed, and when next; nothing where only people do it. */
public record RotationPlan(Optional<Duration> every, Optional<Instant> next) {
    public static final RotationPlan NONE = new RotationPlan(Optional.empty(), Optional.empty());
}
