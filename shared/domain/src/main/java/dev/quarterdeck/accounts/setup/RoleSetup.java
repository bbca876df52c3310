package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.RevokerRights;
import dev.quarterdeck.accounts.roles.Rights;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that an owner makes for the hub, before it is written down for some tool. */
public record RoleSetup(Asks asks, Rights read, SortedSet<ActFamily> act, boolean revoker, Duration session) {
    public RoleSetup {
        act = new TreeSet<>(act);
    }

    /** Whom the roles trust, what they ask for, and the organization if the account shares the hub's. */
    public record Asks(Assumer assumer, Ids ids, Optional<String> orgId) {}

    /** What the revoker role may do: end the sessions of the roles that are made here. */
    Json.Obj revokerRights() {
        return RevokerRights.document(
                Stream.concat(Stream.of(RoleNames.READ), act.stream().map(RoleNames::act))
                        .toList());
    }

    /** The longest session that the role must allow; IAM knows none under an hour. */
    long maximumSeconds() {
        return Math.max(session.toSeconds(), 3600);
    }
}
