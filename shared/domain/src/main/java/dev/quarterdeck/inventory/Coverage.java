package dev.quarterdeck.inventory;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is known about our looking at one account, region and type. */
public record Coverage(Area area, Status status, Reason reason, long count, Instant lookedAt) {

    /** {@code account} is twelve digits, or whatever named an account that could not be opened. */
    public record Area(String account, String region, ResourceType type) {}

    /** {@code STALE} is what was looked at longer ago than it may be. */
    public enum Status {
        LOOKED,
        DENIED,
        BARRED,
        THROTTLED,
        UNSUPPORTED,
        OPTED_OUT,
        FAILED,
        STALE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why not, in AWS's words; which policy barred it; which IAM action was missing. */
    public record Reason(String text, Optional<String> blockedBy, Optional<String> missingAction) {
        public static final Reason NONE = new Reason("", Optional.empty(), Optional.empty());
    }
}
