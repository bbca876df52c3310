package dev.quarterdeck.identity;

import java.time.Duration;

/** How long sessions live, how many one person has at once, and whether a second factor is a must. */
public record SessionRules(Duration idle, Duration absolute, int atOnce, boolean secondFactor) {
    public static final SessionRules DEFAULT = new SessionRules(Duration.ofHours(8), Duration.ofHours(24), 20, false);
    public static final SessionRules STRICT = new SessionRules(Duration.ofMinutes(15), Duration.ofHours(12), 3, true);
}
