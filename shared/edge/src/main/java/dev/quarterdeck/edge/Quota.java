package dev.quarterdeck.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many requests each caller may make: a token bucket for each, of which the least used are forgotten. */
final class Quota {
    private static final int MOST_CALLERS = 10_000;

    private final double burst;
    private final double perSecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    Quota(int burst, int perSecond, Clock clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Takes one token, or says how long until there is one. */
    synchronized Optional<Duration> take(String caller) {
        Instant now = clock.instant();
        double tokens = Optional.ofNullable(buckets.get(caller))
                .map(bucket -> bucket.at(now, burst, perSecond))
                .orElse(burst);
        boolean enough = tokens >= 1;
        buckets.put(caller, new Bucket(enough ? tokens - 1 : tokens, now));
        if (buckets.size() > MOST_CALLERS) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return enough
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9)));
    }

    private record Bucket(double tokens, Instant when) {
        double at(Instant now, double burst, double perSecond) {
            double since = Math.max(0, Duration.between(when, now).toNanos() / 1e9);
            return Math.min(burst, tokens + since * perSecond);
        }
    }
}
