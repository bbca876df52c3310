package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.roles.RoleTrust;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A session in an account, and the few things that a proof asks there. All of them read. */
public interface Inside {
    Asked<Identity> identity();

    Asked<Role> role(RoleArn arn);

    /** For each service that the catalog reads: may this session read it? */
    List<Right> rights();

    /** The regions that are switched on. */
    Asked<SortedSet<String>> regions();

    /** Whose session it is, as AWS says. */
    record Identity(String account, String arn) {}

    /** A role as IAM describes it. */
    record Role(RoleTrust trust, Duration longestSession, Optional<String> boundary, Map<String, String> tags) {
        public Role {
            tags = Map.copyOf(tags);
        }
    }

    /** The right to read one service: {@code seen} names something that was read there. */
    record Right(String service, Answer answer, Optional<String> seen) {}

    /** Whether a service can be read. */
    sealed interface Answer {
        record Granted() implements Answer {}

        record Missing(SortedSet<String> actions, String message) implements Answer {
            public Missing {
                actions = new TreeSet<>(actions);
            }
        }

        /** An organization's policy forbids it; no policy in the account can help. */
        record Barred(String policy) implements Answer {}

        /** It could not be found out. */
        record Unknown(String why) implements Answer {}
    }
}
