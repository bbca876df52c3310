package dev.quarterdeck.inventory;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known about our looking at one account, region and type. {@code LOOKED} with a reason means that all was listed
 * but some of it not read in full; {@code count} is how many resources were found, also before a failure.
 */
public record Coverage(Area area, Status status, Reason reason, long count, Instant lookedAt) {

    /** Everywhere in an account. */
    public static final String EVERYWHERE = "*";

    /** Nothing is missing. */
    public boolean complete() {
        return status == Status.LOOKED && reason.equals(Reason.NONE);
    }

    /**
     * {@code account} is twelve digits, or whatever named an account that could not be opened: there, region is
     * {@link #EVERYWHERE} and type is absent.
     */
    public record Area(String account, String region, Optional<ResourceType> type) {}

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

    /** Why not, in AWS's words; which policy barred it; which IAM actions were missing, joined by comma and space. */
    public record Reason(String text, Optional<String> blockedBy, Optional<String> missingAction) {
        public static final Reason NONE = new Reason("", Optional.empty(), Optional.empty());
    }
}
