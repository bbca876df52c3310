package dev.quarterdeck.collect.scan;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Counts the requests of a scan. */
public final class Tally {

    /** What is counted together. */
    public record Key(String account, String region, String service, String operation) {}

    /** How many requests went out, how many were told to slow down or refused, and how long they took in all. */
    public record Count(long calls, long throttled, long denied, Duration took) {}

    /** One request that took long. */
    public record Slow(Key key, Duration took) {}

    /** All counts, by account, region, service and operation; {@code slowest} has the five longest requests. */
    public record Summary(Map<Key, Count> counts, List<Slow> slowest) {}
}
