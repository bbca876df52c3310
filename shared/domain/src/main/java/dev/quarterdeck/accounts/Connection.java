package dev.quarterdeck.accounts;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** By what right the hub calls an account's APIs. */
public sealed interface Connection {
    /** Roles that the hub's broker assumes, or, on a laptop, its user. */
    record ByRole(RoleArn read, ExternalIds externalIds, Duration session, SortedMap<ActFamily, RoleArn> act)
            implements Connection {
        private static final Duration SHORTEST = Duration.ofMinutes(15);
        private static final Duration LONGEST = Duration.ofHours(12);

        public ByRole {
            check(read, session, act);
            act = new TreeMap<>(act);
        }

        /** Refuses sessions that STS does not make, and act roles of other accounts. */
        public static void check(RoleArn read, Duration session, Map<ActFamily, RoleArn> act) {
            if (session.compareTo(SHORTEST) < 0 || session.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "session must last 900 to 43200 seconds: %d".formatted(session.toSeconds()));
            }
            for (RoleArn role : act.values()) {
                if (!role.account().equals(read.account()) || role.partition() != read.partition()) {
                    throw new IllegalArgumentException(
                            "act role '%s' is not in account %s".formatted(role, read.account()));
                }
            }
        }

        /** The usual: sessions of an hour, no act roles. */
        public static ByRole reading(RoleArn read, ExternalId externalId) {
            return new ByRole(read, ExternalIds.of(externalId), Duration.ofHours(1), new TreeMap<>(Map.of()));
        }

        public ByRole with(ExternalIds others) {
            return new ByRole(read, others, session, act);
        }
    }

    /** A profile of the AWS files of the machine that runs the hub. */
    record ByProfile(String profile) implements Connection {
        private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\[\\]]{1,128}");

        public ByProfile {
            if (!NAME.matcher(profile).matches()) {
                throw new IllegalArgumentException(
                        "profile must have 1 to 128 characters: '%s'".formatted(Visible.text(profile)));
            }
        }
    }

    /** An access key of a user; its secret is in the vault. Allowed, and a debt as long as it lasts. */
    record ByKeys(String accessKeyId) implements Connection {
        private static final Pattern FORM = Pattern.compile("AKIA[A-Z0-9]{12,124}");

        public ByKeys {
            if (!FORM.matcher(accessKeyId).matches()) {
                throw new IllegalArgumentException("access key id must be a user's, like AKIAIOSFODNN7EXAMPLE: '%s'"
                        .formatted(Visible.text(accessKeyId)));
            }
        }
    }
}
