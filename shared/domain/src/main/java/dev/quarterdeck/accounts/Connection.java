package dev.quarterdeck.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By what right the hub calls an account's APIs. */
public sealed interface Connection {
    /**
     * Roles that the hub's broker assumes, or, on a laptop, its user. The revoker ends the sessions of the others in an
     * emergency, and is known by its name: it alone is entered while an account is closed.
     */
    record ByRole(
            RoleArn read,
            ExternalIds externalIds,
            Duration session,
            SortedMap<ActFamily, RoleArn> act,
            Optional<RoleArn> revoker)
            implements Connection {
        public static final String REVOKER = "quarterdeck-revoke";

        /** STS makes no session that lasts longer. */
        public static final Duration LONGEST = Duration.ofHours(12);

        private static final Duration SHORTEST = Duration.ofMinutes(15);

        public ByRole {
            check(read, session, act, revoker);
            act = new TreeMap<>(act);
        }

        /** Refuses sessions that STS does not make, roles of other accounts, and a revoker of another name. */
        public static void check(
                RoleArn read, Duration session, Map<ActFamily, RoleArn> act, Optional<RoleArn> revoker) {
            if (session.compareTo(SHORTEST) < 0 || session.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "session must last 900 to 43200 seconds: %d".formatted(session.toSeconds()));
            }
            act.values().forEach(role -> checkIsBeside(read, "act role", role));
            revoker.ifPresent(role -> checkIsBeside(read, "revoker role", role));
            if (revoker.filter(role -> !role.name().equals(REVOKER)).isPresent()) {
                throw new IllegalArgumentException(
                        "the revoker role must be called %s: '%s'".formatted(REVOKER, revoker.get()));
            }
        }

        private static void checkIsBeside(RoleArn read, String what, RoleArn role) {
            if (!role.account().equals(read.account()) || role.partition() != read.partition()) {
                throw new IllegalArgumentException(
                        "%s '%s' is not in account %s".formatted(what, role, read.account()));
            }
        }

        /** The usual: sessions of an hour, no other roles. */
        public static ByRole reading(RoleArn read, ExternalId externalId) {
            return new ByRole(
                    read, ExternalIds.of(externalId), Duration.ofHours(1), new TreeMap<>(Map.of()), Optional.empty());
        }

        public ByRole with(ExternalIds others) {
            return new ByRole(read, others, session, act, revoker);
        }

        /** The roles through which the hub reads and acts: those whose sessions an emergency ends. */
        public List<RoleArn> working() {
            return Stream.concat(Stream.of(read), act.values().stream()).toList();
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
